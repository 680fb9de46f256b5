import { chmodSync, existsSync, globSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compress } from '../../../src/interop/segments/compress.ts'
import { encodeFileList } from '../../../src/interop/segments/file-list.ts'
import { numberedName } from '../../../src/interop/segments/folder-names.ts'
import { mergeVersions, type Versions } from '../../../src/interop/segments/merge-versions.ts'
import { digestOf } from '../../../src/interop/segments/seal.ts'
import { openMachine, sharedPath } from './open-learner.ts'

const DECK = 'decks/own.md'
const decks = (machine: ReturnType<typeof openMachine>) =>
  globSync('decks/**/*.md*', { cwd: machine.deps.folders.home }).sort()

describe('decks of one’s own', () => {
  test('come, are changed, and go where they were deleted; what goes is kept aside', async () => {
    const path = sharedPath()
    const [one, other] = [openMachine(), openMachine()]
    one.write(DECK, 'first')
    one.write('decks/deep/er/片.md', 'deep')
    one.write('decks/.hidden.md', 'hidden')
    expect((await one.sync(path)).files.sent).toBe(2)
    expect((await other.sync(path)).files.taken).toEqual(['decks/deep/er/片.md', DECK])
    other.write(DECK, 'second')
    await other.sync(path)
    expect((await one.sync(path)).files.taken).toEqual([DECK])
    expect(one.read(DECK)).toBe('second')
    one.remove(DECK)
    await one.sync(path)
    expect((await other.sync(path)).files.removed).toEqual([DECK])
    expect(decks(other)).toEqual(['decks/deep/er/片.md'])
    expect(readdirSync(join(other.deps.folders.home, 'decks', '.removed'))).toHaveLength(1)
    one.write(DECK, 'third')
    await one.sync(path)
    await other.sync(path)
    expect(other.read(DECK)).toBe('third')
  })

  test('that were changed on two machines are the same on both in the end, and neither version is lost', async () => {
    const path = sharedPath()
    const machines = [openMachine(), openMachine(), openMachine()]
    const texts = ['one', 'two', 'three']
    for (const [at, machine] of machines.entries()) machine.write(DECK, texts[at] ?? '')
    for (const machine of [...machines, ...machines, ...machines]) await machine.sync(path)
    const kept = machines.flatMap((machine) => decks(machine).map((name) => machine.read(name)))
    expect(new Set(machines.map((machine) => machine.read(DECK))).size).toBe(1)
    expect(new Set(kept)).toEqual(new Set(texts))
  })

  test('that one deleted and another changed stay', async () => {
    const path = sharedPath()
    const [one, other] = [openMachine(), openMachine()]
    one.write(DECK, 'first')
    await one.sync(path)
    await other.sync(path)
    one.remove(DECK)
    other.write(DECK, 'changed')
    await one.sync(path)
    await other.sync(path)
    await one.sync(path)
    expect(one.read(DECK)).toBe('changed')
  })

  test('are not taken for deleted where the folder of decks is not there', async () => {
    const path = sharedPath()
    const [one, other] = [openMachine(), openMachine()]
    one.write(DECK, 'first')
    await one.sync(path)
    await other.sync(path)
    one.remove('decks/own.md')
    one.remove('decks')
    await one.sync(path)
    expect(one.read(DECK)).toBe('first')
  })

  test('come once their contents have come', async () => {
    const path = sharedPath()
    const [one, other] = [openMachine(), openMachine()]
    one.write(DECK, 'first')
    await one.sync(path)
    const [blob = ''] = globSync('anneal/devices/*/*.blob', { cwd: path })
    const bytes = compress(Buffer.from('forged'))
    writeFileSync(join(path, blob), bytes)
    const { files } = await other.sync(path)
    expect(files).toMatchObject({ taken: [], faults: [{ path: DECK }] })
    expect(existsSync(join(other.deps.folders.home, DECK))).toBe(false)
  })
})

test('nothing is written outside, whatever a list says', async () => {
  const path = sharedPath()
  const [one, other] = [openMachine(), openMachine()]
  one.write(DECK, 'first')
  await one.sync(path)
  const outside = sharedPath()
  mkdirSync(join(other.deps.folders.home, 'decks'), { recursive: true })
  symlinkSync(outside, join(other.deps.folders.home, 'decks', 'link'))
  const version = digestOf(Buffer.from('evil'))
  const place = join(path, 'anneal', 'devices', 'evil')
  mkdirSync(place)
  writeFileSync(join(place, `${version}.blob`), compress(Buffer.from('evil')))
  const paths = [
    '../evil',
    'decks/../../evil',
    '/etc/evil',
    'decks/a\\b',
    'decks/CON.md',
    'decks/.x/evil',
    'cache/evil',
  ]
  const list = new Map<string, Versions>([...paths, 'decks/link/evil'].map((one) => [one, [version]]))
  const bytes = encodeFileList({ device: 'evil', number: 1 }, list)
  writeFileSync(join(place, numberedName('files', 1, digestOf(bytes))), bytes)
  const { files } = await other.sync(path)
  expect(files.taken).toEqual([DECK])
  expect(files.faults.map((fault) => fault.path)).toEqual(
    expect.arrayContaining([...paths, 'decks/link/evil']),
  )
  expect(readdirSync(outside)).toEqual([])
  expect(globSync('**/evil', { cwd: other.deps.folders.home })).toEqual([])
})

test('graders are taken from an encrypted folder, or where they are asked for', async () => {
  const path = sharedPath()
  const [one, other] = [openMachine(), openMachine()]
  one.write('graders/mine/grader.ts', 'export default 1')
  await one.sync(path)
  expect((await other.sync(path)).files).toMatchObject({ taken: [], heldBack: ['graders/mine/grader.ts'] })
  expect((await other.sync(path, { graders: true })).files.taken).toEqual(['graders/mine/grader.ts'])
})

test('a folder that may not be written says so, and what was recorded stays', async () => {
  const path = sharedPath()
  const one = openMachine()
  await one.sync(path)
  one.write(DECK, 'first')
  chmodSync(join(path, 'anneal', 'devices'), 0o500)
  if (process.getuid?.() !== 0) await expect(one.sync(path)).rejects.toThrow()
  chmodSync(join(path, 'anneal', 'devices'), 0o700)
  await one.sync(path)
  expect((await openMachine().sync(path)).files.taken).toEqual([DECK])
})

test('two machines that merge each other’s versions come to the same', () => {
  const names = fc.uniqueArray(fc.constantFrom(...'abcdefgh', ''), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(names, names, (mine, theirs) => {
      const [one, other] = [mine as unknown as Versions, theirs as unknown as Versions]
      const here = mergeVersions(one, other)
      const there = mergeVersions(other, one)
      expect(here.versions[0]).toBe(there.versions[0])
      expect(here.loser).toBe(there.loser)
      expect(new Set(here.versions)).toEqual(new Set([...one, ...other]))
      expect(mergeVersions(here.versions, there.versions).loser).toBeUndefined()
    }),
  )
})
