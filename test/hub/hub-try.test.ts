import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { loadContent } from '../../src/content/load-content.ts'
import { createStore } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { study } from '../../tools/hub-try/study.ts'

const TODAY = Date.UTC(2026, 10, 24)

test('whoever tries a hub out meets learners who have studied the same each time, up to yesterday', async () => {
  const content = await loadContent({ builtIn: 'dist' })
  const student = { name: 'Ada', forgets: 0.2, skipsDays: 0.1, submits: {} }
  const [one, other] = [newHome(), newHome()]
  for (const home of [one, other]) await study(home, content, student, { days: 4, today: TODAY })
  const entries = entriesIn(one)
  expect(entries).toEqual(entriesIn(other))
  expect(entries.length).toBeGreaterThan(40)
  expect(entries.every(({ at }) => at < TODAY)).toBe(true)
})

function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'anneal-study-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  return home
}

/** All but the names that are drawn. */
function entriesIn(home: string) {
  const store = createStore(openDatabase(join(home, 'anneal.db')))
  const entries = [...store.entries()].map(({ at, kind, subject, body }) => ({ at, kind, subject, body }))
  store.close()
  return entries
}
