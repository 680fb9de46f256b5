import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { backUp } from '../../src/app/backup/make-backup.ts'
import { answerOne } from '../../src/app/change-card.ts'
import { changeSetting } from '../../src/app/change-setting.ts'
import { type ExamineProgress, examine } from '../../src/app/examine.ts'
import { CACHE_ROOT } from '../grader/scale-scores.ts'
import { NOON, openTestDeps, type TestDeps } from './open-test-deps.ts'

const LOOK = { fix: false, onProgress: () => undefined }

test('an examination counts what a clock that ran ahead has dated', async () => {
  const deps = openDeps()
  answerOne(deps, 'adam/a', 'good')
  deps.clock.at += 2000 * 86_400_000
  answerOne(deps, 'adam/a', 'good')
  deps.clock.at -= 1990 * 86_400_000
  expect((await examine(deps, LOOK)).ahead).toBe(1)
})

test.each([true, false])(
  'an examination tells how far it is, and finds what it made sound (fix: %s)',
  async (fix) => {
    const deps = openDeps()
    for (let turn = 0; turn < 250; turn++) {
      deps.clock.at += 60_000
      answerOne(deps, 'adam/a', 'again')
    }
    const told: ExamineProgress[] = []
    const found = await examine(deps, { fix, onProgress: (progress) => told.push(progress) })
    expect(found).toMatchObject({ events: 250, ahead: 0, damages: [], drifted: [] })
    expect(told[0]).toEqual({ kind: 'file' })
    expect(told.at(-1)).toEqual({ kind: 'tools' })
    const percents = told.flatMap((progress) => (progress.kind === 'log' ? [progress.percent] : []))
    expect(percents).toEqual(percents.toSorted((one, other) => one - other))
    expect(percents.length).toBeGreaterThan(50)
    expect(percents.length).toBeLessThanOrEqual(100)
  },
)

test('an examination finds rows of events that the log does not have, and a fix takes them away', async () => {
  const deps = openDeps()
  answerOne(deps, 'adam/a', 'good')
  const db = new Database(join(deps.folders.home, 'anneal.db'))
  db.pragma('foreign_keys = off')
  db.exec(`insert into attempt (event, exercise, day, at, language, verdict, tier, recalls)
    values ('gone', 'adam', 20000, 5, 'py', 'accepted', 'pass', '[]')`)
  db.close()
  expect((await examine(deps, LOOK)).drifted).toEqual(['attempt'])
  await examine(deps, { ...LOOK, fix: true })
  expect((await examine(deps, LOOK)).drifted).toEqual([])
})

test('an examination tells when the last backup was made, and whether any is made by itself', async () => {
  const deps = openDeps()
  expect((await examine(deps, LOOK)).backups).toMatchObject({ count: 0, last: undefined, isAutomatic: true })
  await backUp(deps, { signal: new AbortController().signal, onProgress: () => undefined })
  changeSetting(deps, 'backups', 'off')
  expect((await examine(deps, LOOK)).backups).toMatchObject({ count: 1, last: NOON, isAutomatic: false })
})

test('an examination finds what a killed program had begun, and a fix removes that and nothing else', async () => {
  const deps = openDeps()
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  const names = [`.anneal.db.${pid}.part`, `.anneal.db.${pid}.part-journal`, `.anneal.db.${process.pid}.part`]
  const paths = names.map((name) => join(deps.folders.home, name))
  for (const path of paths) writeFileSync(path, '')
  expect((await examine(deps, LOOK)).leftovers.toSorted()).toEqual(paths.slice(0, 2))
  await examine(deps, { ...LOOK, fix: true })
  expect(paths.map((path) => existsSync(path))).toEqual([false, false, true])
})

test('an examination names images of own cards that are not there', async () => {
  const home = mkdtempSync(join(tmpdir(), 'anneal-images-'))
  onTestFinished(() => rmSync(home, { recursive: true }))
  const deck = join(home, 'mine')
  writeFileSync(join(home, 'there.png'), '')
  const note = (id: string, image: string) => `## mine/${id}\nQ: ${id}?\nA: This.\nimage: ${image}\n`
  const deps = openTestDeps({ [deck]: `${note('a', 'there.png')}\n${note('b', 'gone.png')}` })
  const own = { ...deps, folders: { ...deps.folders, cache: CACHE_ROOT, decks: home } }
  expect((await examine(own, LOOK)).missingImages).toEqual([{ card: 'mine/b', path: join(home, 'gone.png') }])
})

/** What is compiled to try the walls is there already. */
function openDeps(): TestDeps {
  const deps = openTestDeps({ adam: '## adam/a\nQ: What?\nA: This.\n' })
  return { ...deps, folders: { ...deps.folders, cache: CACHE_ROOT } }
}
