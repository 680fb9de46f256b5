import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { releaseFolder } from '../../../src/hub/course/release-folder.ts'
import { HUB_COURSE, openTestHub } from '../open-test-hub.ts'
import { courseOf } from './course-of.ts'

async function released() {
  const hub = await openTestHub({ people: { Tom: 'teacher' } })
  const { push } = courseOf(hub, 'Tom')
  await push(0, { 'decks/a.md': 'deck', 'graders/sum/grader.ts': 'first' })
  await push(1, { 'decks/a.md': 'deck', 'graders/sum/grader.ts': 'second' })
  const cache = mkdtempSync(join(tmpdir(), 'anneal-releases-'))
  onTestFinished(() => rmSync(cache, { recursive: true, force: true }))
  const { db } = hub.hub
  return {
    db,
    cache,
    folderOf: (version: number) => releaseFolder(db, { course: HUB_COURSE, version }, cache),
  }
}

test('a release becomes a folder of its own, made once, also by several at once', async () => {
  const { cache, folderOf } = await released()
  const [first = '', ...others] = await Promise.all([folderOf(1), folderOf(1), folderOf(1), folderOf(2)])
  expect(new Set(others)).toEqual(new Set([first, await folderOf(2)]))
  expect(readFileSync(join(first, 'graders/sum/grader.ts'), 'utf8')).toBe('first')
  expect(readFileSync(join(await folderOf(2), 'graders/sum/grader.ts'), 'utf8')).toBe('second')
  expect(readFileSync(join(first, 'decks/a.md'), 'utf8')).toBe('deck')
  expect(readdirSync(join(cache, 'releases'))).toHaveLength(2)
})

test('a folder that was damaged is made anew', async () => {
  const { cache, folderOf } = await released()
  const folder = await folderOf(1)
  writeFileSync(join(folder, 'graders/sum/grader.ts'), 'other')
  expect(await folderOf(1)).toBe(folder)
  expect(readFileSync(join(folder, 'graders/sum/grader.ts'), 'utf8')).toBe('first')
  rmSync(join(folder, 'decks/a.md'))
  await folderOf(1)
  expect(readFileSync(join(folder, 'decks/a.md'), 'utf8')).toBe('deck')
  expect(readdirSync(join(cache, 'releases'))).toHaveLength(1)
})

test('contents that are not what the release says are never taken in use', async () => {
  const { cache, db, folderOf } = await released()
  await db.query(`update blob set bytes = '\\x00' where octet_length(bytes) = 5`)
  await expect(folderOf(1)).rejects.toThrow('graders/sum/grader.ts')
  expect(readdirSync(join(cache, 'releases'))).toEqual([])
})
