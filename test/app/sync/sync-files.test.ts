import {
  chmodSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changedBy, type FileVersion, mergeVersions } from '../../../src/core/file-version.ts'
import { compress } from '../../../src/interop/segments/compress.ts'
import { encodeFileList } from '../../../src/interop/segments/file-list.ts'
import { numberedName } from '../../../src/interop/segments/folder-names.ts'
import { digestOf } from '../../../src/interop/segments/seal.ts'
import { openMachine, sharedPath } from './open-learner.ts'

type Machine = ReturnType<typeof openMachine>

const DECK = 'decks/own.md'
const decks = (machine: Machine) => globSync('decks/**/*.md*', { cwd: machine.deps.folders.home }).sort()

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

test('a folder of decks that is a link to itself is a missing one: nothing in it was deleted', async () => {
  const path = sharedPath()
  const [one, other] = [openMachine(), openMachine()]
  one.write(DECK, 'first')
  await one.sync(path)
  one.remove('decks')
  symlinkSync('decks', join(one.deps.folders.home, 'decks'))
  expect((await one.sync(path)).files).toMatchObject({ removed: [], sent: 0 })
  expect((await other.sync(path)).files).toMatchObject({ taken: [DECK], removed: [] })
})

test('what lies behind a link now was not deleted', async () => {
  const path = sharedPath()
  const [one, other] = [openMachine(), openMachine()]
  const there = ['decks/deep/a.md', 'decks/deeper.md', DECK]
  for (const deck of there) one.write(deck, deck)
  await one.sync(path)
  await other.sync(path)
  const home = one.deps.folders.home
  for (const name of ['deep', 'own.md']) {
    renameSync(join(home, 'decks', name), join(home, name))
    symlinkSync(join('..', name), join(home, 'decks', name))
  }
  one.remove('decks/deeper.md')
  expect((await one.sync(path)).files).toMatchObject({
    faults: [{ path: 'decks/deep' }, { path: DECK }],
  })
  expect((await other.sync(path)).files.removed).toEqual(['decks/deeper.md'])
  expect(decks(other)).toEqual(there.filter((deck) => deck !== 'decks/deeper.md'))
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
  const list = new Map<string, FileVersion>(
    [...paths, 'decks/link/evil'].map((one) => [one, changedBy('evil', version, undefined)]),
  )
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

test('a file that became again what it was, or is deleted for a second time, does so on all machines', async () => {
  const path = sharedPath()
  const machines = [openMachine(), openMachine()] as const
  const [one, other] = machines
  for (const text of ['first', 'second', 'first', undefined, 'first', undefined, 'second', 'first']) {
    if (text === undefined) one.remove(DECK)
    else one.write(DECK, text)
    await one.sync(path)
    expect((await other.sync(path)).files.conflicts).toEqual([])
    expect(decks(other)).toEqual(text === undefined ? [] : [DECK])
    if (text !== undefined) expect(other.read(DECK)).toBe(text)
  }
})

test('a machine that is used no more does not bring back what it had, however long ago', async () => {
  const path = sharedPath()
  const [one, other, retired] = [openMachine(), openMachine(), openMachine()]
  retired.write(DECK, 'old')
  await retired.sync(path)
  await one.sync(path)
  for (let day = 0; day < 110; day++) {
    one.write(DECK, `day ${day}`)
    await one.sync(path)
  }
  expect((await other.sync(path)).files).toMatchObject({ taken: [DECK], conflicts: [] })
  expect(other.read(DECK)).toBe('day 109')
  expect(globSync('anneal/devices/*/*.files', { cwd: path }).length).toBeLessThan(6)
})

test('an edit on a machine that was set back to a backup is none of an older version', async () => {
  const path = sharedPath()
  const [one, other] = [openMachine(), openMachine()]
  one.write(DECK, 'first')
  await one.sync(path)
  const copy = openMachine()
  copyHome(one, copy)
  one.write(DECK, 'second')
  await one.sync(path)
  one.write(DECK, 'third')
  await one.sync(path)
  copy.write(DECK, 'mine')
  const synced = await copy.sync(path)
  expect(synced.renamed).toBe(true)
  expect(synced.files.conflicts).toHaveLength(1)
  const kept = decks(copy).map((name) => copy.read(name))
  expect(new Set(kept)).toEqual(new Set(['mine', 'third']))
  for (const machine of [one, other, copy, one, other]) await machine.sync(path)
  expect(other.read(DECK)).toBe(copy.read(DECK))
  expect(one.read(DECK)).toBe(copy.read(DECK))
})

test('a name that another system takes for the same does not overwrite the other', async () => {
  const path = sharedPath()
  const [one, other] = [openMachine(), openMachine()]
  one.write('decks/caf\u00e9.md', 'composed')
  other.write('decks/cafe\u0301.md', 'decomposed')
  await one.sync(path)
  expect((await other.sync(path)).files).toMatchObject({
    taken: [],
    faults: [{ path: 'decks/caf\u00e9.md' }],
  })
  one.write('decks/目标检测 🎯.md', '你好')
  await one.sync(path)
  expect((await other.sync(path)).files.taken).toEqual(['decks/目标检测 🎯.md'])
})

/** A file's way on three machines: who changes it to what, and who hears of whom. */
const STEPS = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('change' as const),
      who: fc.nat(2),
      contents: fc.constantFrom('a', 'b', 'c', ''),
    }),
    fc.record({ kind: fc.constant('hear' as const), who: fc.nat(2), of: fc.nat(2) }),
  ),
  { maxLength: 25 },
)

test('machines that hear of each other’s versions in any order come to the same, and nothing is lost unsaid', () => {
  fc.assert(
    fc.property(STEPS, (steps) => {
      const machines: FileVersion[] = ['A', 'B', 'C'].map((device) => changedBy(device, 'a', undefined))
      const hear = (who: number, of: number) => {
        const [mine, theirs] = [machines[who] as FileVersion, machines[of] as FileVersion]
        const merged = mergeVersions(mine, theirs)
        expect(mergeVersions(theirs, mine)).toEqual(merged)
        // What is no longer there was known to who changed it, or is told.
        for (const { contents } of [mine, theirs]) {
          const isKept = contents === merged.version.contents || contents === merged.loser || contents === ''
          if (!isKept) expect([mine, theirs]).toContainEqual(merged.version)
        }
        machines[who] = merged.version
      }
      for (const step of steps) {
        if (step.kind === 'hear') hear(step.who, step.of)
        else machines[step.who] = changedBy('ABC'[step.who] ?? '', step.contents, machines[step.who])
      }
      for (let round = 0; round < 3; round++)
        for (let who = 0; who < 3; who++) for (let of = 0; of < 3; of++) hear(who, of)
      expect(machines[1]).toEqual(machines[0])
      expect(machines[2]).toEqual(machines[0])
    }),
  )
})

/** All that is below the data folder but the connection that is open there. */
function copyHome(from: Machine, to: Machine): void {
  to.deps.store.accept(from.deps.store.entries(), () => undefined)
  const db = new Database(join(to.deps.folders.home, 'anneal.db'))
  db.prepare('attach ? as other').run(join(from.deps.folders.home, 'anneal.db'))
  for (const table of ['device', 'shared_folder', 'shared_segment', 'shared_count', 'shared_file'])
    db.exec(`insert into ${table} select * from other.${table}`)
  db.close()
}
