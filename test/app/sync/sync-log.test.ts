import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { summarizeToday } from '../../../src/app/summarize-today.ts'
import { lastSync } from '../../../src/app/sync/last-sync.ts'
import type { CardId } from '../../../src/core/ids.ts'
import { compress } from '../../../src/interop/segments/compress.ts'
import { numberedName } from '../../../src/interop/segments/folder-names.ts'
import { digestOf } from '../../../src/interop/segments/seal.ts'
import { todayText } from '../../../src/ui/plain/today-text.ts'
import { drawTests } from '../../drawn-by-commit.ts'
import { runs } from '../../seed.ts'
import { answer, perform, START, studySteps } from '../../store/study.ts'
import { daysLater, NOON } from '../open-test-deps.ts'
import { openMachine, sharedPath } from './open-learner.ts'

drawTests('app', 'store', 'interop')

type Machine = ReturnType<typeof openMachine>

function openMachines(count: number): readonly Machine[] {
  return Array.from({ length: count }, openMachine)
}

function seen({ deps: { store } }: Machine) {
  return { ...store.projection(), entries: [...store.entries()] }
}

function segmentsIn(path: string): readonly string[] {
  return globSync('anneal/devices/*/*.segment', { cwd: path })
    .sort()
    .map((name) => join(path, name))
}

/** What synchronisation between machines does to files on their way: one is late, half there, there twice. */
const TROUBLES = ['late', 'half', 'copied', 'none'] as const

describe('machines that share a folder', () => {
  test('end in the same state, whoever syncs when, and whatever happens to segments on their way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            machine: fc.nat(2),
            steps: studySteps,
            syncs: fc.boolean(),
            trouble: fc.constantFrom(...TROUBLES),
            which: fc.nat(20),
          }),
          { maxLength: 6 },
        ),
        async (days) => {
          const path = sharedPath()
          const machines = openMachines(3)
          for (const { machine, steps, syncs, trouble, which } of days) {
            const one = machines[machine] as Machine
            perform(one.deps.store, steps)
            const heal = disturb(path, trouble, which)
            if (syncs) await one.sync(path)
            heal()
          }
          for (const machine of [...machines, ...machines]) await machine.sync(path)
          const [first, ...others] = machines.map(seen)
          for (const other of others) expect(other).toEqual(first)
          for (const machine of machines) {
            expect(machine.deps.store.drifted()).toEqual([])
            expect(await machine.sync(path)).toMatchObject({ taken: { added: 0, segments: 0 }, written: 0 })
          }
        },
      ),
      { numRuns: runs(15) },
    )
  })

  test('go on where one was set back to what it was before', async () => {
    const path = sharedPath()
    const [one, other] = openMachines(2) as [Machine, Machine]
    answer(one.deps.store, 'adam/a' as CardId, 'good', START)
    await one.sync(path)
    const backup = openMachine()
    // A copy of the first machine's home: the same name in the log, an older state.
    adopt(backup, one)
    answer(one.deps.store, 'adam/b' as CardId, 'easy', START + 1000)
    await one.sync(path)
    answer(backup.deps.store, 'nms/c' as CardId, 'hard', START + 2000)
    expect(await backup.sync(path)).toMatchObject({ renamed: true })
    await one.sync(path)
    await other.sync(path)
    expect(seen(one).entries).toHaveLength(3)
    expect(seen(other)).toEqual(seen(one))
    expect(seen(backup)).toEqual(seen(one))
  })
})

test('what is not a segment, or not that one, is told and left alone', async () => {
  const path = sharedPath()
  const [one, other] = openMachines(2) as [Machine, Machine]
  answer(one.deps.store, 'adam/a' as CardId, 'good', START)
  await one.sync(path)
  const [segment = ''] = segmentsIn(path)
  const place = dirname(segment)
  const bytes = readFileSync(segment)
  const conflict = segment.replace('.segment', '.sync-conflict-20261129.segment')
  copyFileSync(segment, conflict)
  writeFileSync(join(place, `0000009-${'0'.repeat(32)}.segment`), bytes)
  writeFileSync(join(place, 'thesis.docx'), 'mine')
  symlinkSync('/etc/passwd', join(place, `0000010-${'0'.repeat(32)}.segment`))
  writeFileSync(join(dirname(place), 'note.txt'), 'mine')
  const { taken, faults } = await other.sync(path)
  expect(taken).toMatchObject({ added: 1, segments: 1 })
  expect(faults.map((fault) => basename(fault.path)).sort()).toEqual(
    [
      basename(conflict),
      `0000009-${'0'.repeat(32)}.segment`,
      `0000010-${'0'.repeat(32)}.segment`,
      'note.txt',
      'thesis.docx',
    ].sort(),
  )
  expect(readFileSync(join(place, 'thesis.docx'), 'utf8')).toBe('mine')
})

test('a folder that has lost what it held gets it again', async () => {
  const path = sharedPath()
  const [one, other] = openMachines(2) as [Machine, Machine]
  answer(one.deps.store, 'adam/a' as CardId, 'good', START)
  await one.sync(path)
  await other.sync(path)
  for (const segment of segmentsIn(path)) rmSync(segment)
  expect(await other.sync(path)).toMatchObject({ written: 1 })
  const third = openMachine()
  expect((await third.sync(path)).taken.added).toBe(1)
})

test('a dry run changes nothing', async () => {
  const path = sharedPath()
  const [one, other] = openMachines(2) as [Machine, Machine]
  answer(one.deps.store, 'adam/a' as CardId, 'good', START)
  one.write('decks/own.md', '## own/a\nQ: Why?\nA: So.\n')
  expect(await one.sync(path, { dryRun: true })).toMatchObject({ written: 1 })
  expect(readdirSync(path)).toEqual([])
  await one.sync(path)
  expect(await other.sync(path, { dryRun: true })).toMatchObject({
    taken: { added: 1 },
    files: { taken: ['decks/own.md'] },
  })
  expect(seen(other).entries).toEqual([])
  expect(() => other.read('decks/own.md')).toThrow()
})

test('an encrypted folder tells nothing to whoever has no passphrase, and trusts nothing of theirs', async () => {
  const path = sharedPath()
  const [one, other] = openMachines(2) as [Machine, Machine]
  answer(one.deps.store, 'adam/a' as CardId, 'good', START)
  one.write('decks/secret-name.md', '## secret/a\nQ: Why?\nA: So.\n')
  await one.sync(path, { passphrase: 'correct horse' })
  const all = globSync('**/*', { cwd: path, withFileTypes: true }).filter((file) => file.isFile())
  for (const file of all)
    expect(`${file.name}${readFileSync(join(file.parentPath, file.name), 'latin1')}`).not.toMatch(
      /secret|adam/,
    )
  await expect(other.sync(path, { passphrase: 'battery staple' })).rejects.toMatchObject({
    texts: { message: { en: expect.stringContaining('not the passphrase') } },
  })
  const open = openMachine()
  const elsewhere = sharedPath()
  answer(open.deps.store, 'adam/b' as CardId, 'again', START)
  await open.sync(elsewhere)
  const [forged = ''] = segmentsIn(elsewhere)
  const place = dirname(segmentsIn(path)[0] ?? '')
  copyFileSync(forged, join(place, basename(forged)))
  const { taken, files } = await other.sync(path, { passphrase: 'correct horse' })
  expect(taken).toMatchObject({ added: 1, faults: [{ path: expect.stringContaining(basename(forged)) }] })
  expect(files.taken).toEqual(['decks/secret-name.md'])
})

/** Returns what brings all to its place again. */
function disturb(path: string, trouble: (typeof TROUBLES)[number], which: number): () => void {
  const segments = segmentsIn(path)
  const segment = segments[which % Math.max(1, segments.length)]
  if (segment === undefined || trouble === 'none') return () => undefined
  const aside = join(path, `aside-${basename(segment)}`)
  copyFileSync(segment, aside)
  if (trouble === 'late') rmSync(segment)
  if (trouble === 'half') truncateSync(segment, readFileSync(segment).length >> 1)
  if (trouble === 'copied') copyFileSync(segment, segment.replace('.segment', ' (1).segment'))
  return () => {
    renameSync(aside, segment)
    rmSync(segment.replace('.segment', ' (1).segment'), { force: true })
  }
}

/** All that another machine knows, its name too. */
function adopt(machine: Machine, of: Machine): void {
  machine.deps.store.accept(of.deps.store.entries(), () => undefined)
  const db = new Database(join(machine.deps.folders.home, 'anneal.db'))
  db.prepare('insert into device (id) values (?)').run(of.deps.store.sharedFolders.device())
  db.close()
}

describe('a folder that was encrypted', () => {
  const MARKER = join('anneal', 'shared.json')
  const passphrase = 'correct horse'

  test('is never written into in the open, though its marker says so or is gone', async () => {
    const path = sharedPath()
    const [one] = openMachines(1) as [Machine]
    await one.sync(path, { passphrase })
    const { encryption, ...stripped } = JSON.parse(readFileSync(join(path, MARKER), 'utf8'))
    expect(encryption).toBeDefined()
    const says = (text: string) => ({ texts: { message: { en: expect.stringContaining(text) } } })
    writeFileSync(join(path, MARKER), JSON.stringify(stripped))
    await expect(one.sync(path)).rejects.toMatchObject(says('was encrypted'))
    writeFileSync(join(path, MARKER), JSON.stringify({ ...stripped, folder: '0'.repeat(32) }))
    await expect(one.sync(path)).rejects.toMatchObject(says('was encrypted'))
    const moved = sharedPath()
    mkdirSync(join(moved, 'anneal'))
    writeFileSync(join(moved, MARKER), JSON.stringify(stripped))
    await expect(one.sync(moved)).rejects.toMatchObject(says('was encrypted'))
    rmSync(join(path, MARKER))
    await expect(one.sync(path)).rejects.toMatchObject(says('nothing of Anneal'))
  })

  test('whose marker asks for a cost that there is none of is damaged', async () => {
    const path = sharedPath()
    const [one] = openMachines(1) as [Machine]
    await one.sync(path, { passphrase })
    const marker = JSON.parse(readFileSync(join(path, MARKER), 'utf8'))
    marker.encryption.cost = 20_000
    writeFileSync(join(path, MARKER), JSON.stringify(marker))
    await expect(one.sync(path, { passphrase })).rejects.toMatchObject({
      texts: { message: { en: expect.stringContaining('is damaged') } },
    })
  })
})

test('the data folder is not shared with itself', async () => {
  const [one] = openMachines(1) as [Machine]
  one.write('decks/own.md', 'mine')
  for (const path of [one.deps.folders.decks, one.deps.folders.home])
    await expect(one.sync(path)).rejects.toMatchObject({
      texts: { message: { en: expect.stringContaining('belongs to the data') } },
    })
})

test('a folder in which none can be made is told', async () => {
  const path = sharedPath()
  writeFileSync(join(path, 'anneal'), 'a file is in the way')
  await expect(openMachine().sync(path)).rejects.toMatchObject({
    texts: { message: { en: expect.stringMatching(/ cannot be read or written \(/) } },
  })
})

test('what unpacks to far more than it is, or holds no entries, is told and costs little', async () => {
  const path = sharedPath()
  const [one, other] = openMachines(2) as [Machine, Machine]
  answer(one.deps.store, 'adam/a' as CardId, 'good', START)
  await one.sync(path)
  const place = join(path, 'anneal', 'devices', 'evil')
  mkdirSync(place)
  const head = (number: number, entries: number) =>
    JSON.stringify({ anneal: 'segment', format: 1, device: 'evil', number, entries })
  const forged = [
    '\n'.repeat(2 ** 26 + 1),
    `${head(2, 2 ** 25)}\n${'\n'.repeat(2 ** 25)}`,
    `${head(3, 1)}\n${'['.repeat(2 ** 24)}\n`,
    `${head(4, 2)}\n{"id":1}\n`,
    `${head(5, 3)}\nnull\n[]\n{"id":"x"}\n`,
  ]
  for (const [at, text] of forged.entries()) {
    const bytes = compress(Buffer.from(text))
    writeFileSync(join(place, numberedName('segment', at + 1, digestOf(bytes))), bytes)
  }
  const { taken } = await other.sync(path)
  expect(taken).toMatchObject({ added: 1, refused: 4 })
  expect(taken.faults.map(({ path: name }) => name.slice(0, 12)).sort()).toEqual([
    'evil/0000001',
    'evil/0000002',
    'evil/0000004',
  ])
  expect(await other.sync(path)).toMatchObject({ taken: { added: 0, refused: 0 } })
})

test('what a killed one had begun is taken away by the next', async () => {
  const path = sharedPath()
  const [one] = openMachines(1) as [Machine]
  answer(one.deps.store, 'adam/a' as CardId, 'good', START)
  await one.sync(path)
  const place = join(path, 'anneal', 'devices', one.deps.store.sharedFolders.device())
  const gone = spawnSync(process.execPath, ['--version']).pid
  writeFileSync(join(place, `.half.segment.${gone}.part`), 'half')
  writeFileSync(join(place, `.half.segment.${process.pid}.part`), 'half')
  answer(one.deps.store, 'adam/b' as CardId, 'good', START + 1000)
  await one.sync(path)
  expect(readdirSync(place).filter((name) => name.startsWith('.'))).toEqual([
    `.half.segment.${process.pid}.part`,
  ])
})

test('home and doctor tell when it was, and only where a folder is shared', async () => {
  const path = sharedPath()
  const [one, other] = openMachines(2) as [Machine, Machine]
  expect(summarizeToday(one.deps).lastSync).toBeUndefined()
  expect(lastSync(one.deps)).toBeUndefined()
  answer(other.deps.store, 'adam/a' as CardId, 'good', START)
  await other.sync(path)
  await one.sync(path)
  expect(lastSync(one.deps)).toEqual({ path, at: NOON, isEncrypted: false, devices: 2 })
  daysLater(one.deps, 3)
  expect(todayText(one.deps, summarizeToday(one.deps))).toContain('Last synchronised 3 days ago')
})
