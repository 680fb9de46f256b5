import { mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { HUB_COURSE } from '../../hub/open-test-hub.ts'
import { deck, IN_COURSE, openCourse, SECOND } from './open-course.ts'

test('a hostile hub writes nowhere else, and nothing that is not what it says', async () => {
  const { hub, pupil } = await openCourse({ 'decks/good.md': deck('course-good/a', 'a') })
  const { db } = hub.hub
  const wrong = [
    '../evil.md',
    '/tmp/evil.md',
    'decks/../../evil.md',
    'decks/.evil.md',
    'decks/a.md.course-7',
    'graders/trusted-graders',
    'trusted-graders',
    'anneal.db',
    'exercises/../decks/evil.md',
    'decks/\u001b[2J.md',
  ]
  for (const path of wrong) {
    await db.query(
      'insert into release_file select course, version, $1, contents, bytes from release_file limit 1',
      [path],
    )
  }
  await db.query(
    `insert into release_file select course, version, 'decks/large.md', contents, 60000000 from release_file limit 1`,
  )
  await db.query(
    `insert into release_file select course, version, 'decks/none.md', repeat('0', 64), 5 from release_file limit 1`,
  )
  await db.query(`insert into blob select course, repeat('1', 64), bytes from blob limit 1`)
  await db.query(
    `insert into release_file select course, version, 'decks/other.md', repeat('1', 64), bytes from release_file where path = 'decks/good.md'`,
  )
  const ann = pupil('Ann')
  const { taken, faults } = await ann.pull({ graders: true })
  expect(taken).toEqual([`${IN_COURSE}/good.md`])
  expect(faults).toHaveLength(wrong.length + 3)
  expect(readdirSync(ann.deps.folders.home).sort()).not.toContain('trusted-graders')
  expect(readdirSync(join(ann.deps.folders.decks, HUB_COURSE))).toEqual(['good.md'])
})

test('what a teacher or a hub says is one line that no terminal obeys', async () => {
  const { hub, push, pupil } = await openCourse()
  await push(1, SECOND, 'two\u001b[2J\nYour disk is full.\u202e')
  await hub.hub.db.query(`update course set title = E'Vision\\x1b[31m\\n' || repeat('x', 300)`)
  const { release, title } = await pupil('Ann').pull()
  expect(release.note).toBe('two Your disk is full.')
  expect(title).toBe(`Vision ${'x'.repeat(188)}`)
})

test('a hub that says more than a course may be gives nothing', async () => {
  const { hub, pupil } = await openCourse()
  await hub.hub.db.query('update release_file set bytes = 200000000')
  const { taken, faults } = await pupil('Ann').pull()
  expect([taken.length, faults.length]).toEqual([0, 1])
})

test('a link on the way, a folder in the way and a name that differs by capitals are told, and stay', async () => {
  const { pupil } = await openCourse({
    'decks/linked/a.md': deck('course-a/a', 'a'),
    'decks/b.md': deck('course-b/a', 'a'),
    'decks/c.md': deck('course-c/a', 'a'),
  })
  const ann = pupil('Ann')
  const folder = join(ann.deps.folders.decks, HUB_COURSE)
  mkdirSync(join(folder, 'b.md'), { recursive: true })
  mkdirSync(join(ann.deps.folders.home, 'elsewhere'))
  symlinkSync(join(ann.deps.folders.home, 'elsewhere'), join(folder, 'linked'))
  ann.write(`${IN_COURSE}/C.md`, 'mine')
  const { taken, faults } = await ann.pull()
  expect(taken).toEqual([])
  expect(faults.map(({ path }) => path)).toEqual(
    ['b.md', 'c.md', 'linked/a.md'].map((name) => `${IN_COURSE}/${name}`),
  )
  expect(readdirSync(join(ann.deps.folders.home, 'elsewhere'))).toEqual([])
})

test('a course whose name is no folder’s gets one that is', async () => {
  const { hub, pupil } = await openCourse()
  await hub.hub.db.query("insert into course values ('../x', 'X', 0)")
  for (const table of ['release', 'blob', 'release_file', 'person'])
    await hub.hub.db.query(`alter table ${table} drop constraint if exists ${table}_course_fkey`)
  await hub.hub.db.query(
    'alter table release_file drop constraint if exists release_file_course_version_fkey',
  )
  for (const table of ['release', 'blob', 'release_file', 'person'])
    await hub.hub.db.query(`update ${table} set course = '../x'`)
  const ann = pupil('Ann')
  const { taken } = await ann.pull()
  expect(taken[0]).toMatch(/^decks\/course-[0-9a-f]{8}\/edges\.md$/)
})
