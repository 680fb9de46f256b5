import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lookAtCourse } from '../../../src/app/course/look-at-course.ts'
import { type PushedCourse, type PushWanted, pushCourse } from '../../../src/app/course/push-course.ts'
import type { Trees } from '../../../src/app/sync/travelling-files.ts'
import { courseOf } from '../../hub/course/course-of.ts'
import { HUB_COURSE, openTestHub } from '../../hub/open-test-hub.ts'
import { openPupil, type Pupil } from './open-pupil.ts'

const PEOPLE = { Tom: 'teacher', Tina: 'teacher', Ann: 'learner' } as const

const deck = (id: string, answer: string) => `## ${id}\nQ: What is ${id}?\nA: ${answer}\n`

const IN_COURSE = `decks/${HUB_COURSE}`

async function push({ deps, connect }: Pupil, how: Partial<PushWanted> = {}): Promise<PushedCourse> {
  return await pushCourse(deps, await connect(), {
    trees: deps.folders,
    isOwn: true,
    note: '',
    after: undefined,
    dryRun: false,
    onFiles: () => undefined,
    ...how,
  })
}

/** A folder elsewhere, laid out as the data folder is. */
function treesIn({ deps }: Pupil, folder: string): Trees {
  const inFolder = (tree: string) => join(deps.folders.home, folder, tree)
  return { decks: inFolder('decks'), exercises: inFolder('exercises'), ownGraders: inFolder('graders') }
}

async function openCourse() {
  const hub = await openTestHub({ people: PEOPLE })
  return { hub, pupil: (name: string) => openPupil(hub, name) }
}

test('cards that a version no longer has are named, and those that went elsewhere are not', async () => {
  const tom = (await openCourse()).pupil('Tom')
  const [one, two, three] = ['a', 'b', 'c'].map((name) => deck(`course-x/${name}`, name)) as [
    string,
    string,
    string,
  ]
  tom.write('decks/x.md', `${one}\n${two}\n${three}`)
  tom.write('decks/y.md', deck('course-y/a', 'a'))
  expect((await push(tom)).removedCards).toEqual([])
  tom.write('decks/x.md', `${deck('course-x/renamed', 'a')}\n${two.replace('A: b', 'A: mended')}`)
  tom.write('decks/z.md', three)
  tom.remove('decks/y.md')
  tom.write('decks/moved.md', deck('course-y/a', 'a'))
  expect((await push(tom, { dryRun: true })).removedCards).toEqual(['course-x/a'])
  expect((await push(tom)).removedCards).toEqual(['course-x/a'])
})

test('what lies in the teacher’s folder becomes the next release, and says what is another', async () => {
  const { pupil } = await openCourse()
  const [tom, ann] = [pupil('Tom'), pupil('Ann')]
  tom.write('decks/a.md', deck('course-a/a', 'one'))
  tom.write('decks/deep/b.md', deck('course-b/a', 'one'))
  tom.write('exercises/sum/exercise.yaml', 'yaml')
  tom.write('graders/sum/grader.ts', 'grader')
  tom.write('graders/tsconfig.json', 'no part of an exercise')
  tom.write('graders/other/grader.ts', 'without an exercise')
  tom.write('decks/.trash/c.md', 'hidden')
  tom.write('decks/a.md.conflict-00000000', 'kept beside')
  tom.write('decks/a?.md', 'no name everywhere')

  const first = {
    added: ['decks/a.md', 'decks/deep/b.md', 'exercises/sum/exercise.yaml', 'graders/sum/grader.ts'],
  }
  expect(await push(tom, { dryRun: true })).toMatchObject({ version: 1, before: 0, ...first })
  expect(await push(tom, { note: 'begun' })).toMatchObject({
    version: 1,
    before: 0,
    ...first,
    changed: [],
    removed: [],
    leftOut: [{ path: 'decks/a?.md' }],
  })
  expect(await push(tom)).toMatchObject({ version: 1, before: 1 })

  tom.write('decks/a.md', deck('course-a/a', 'two'))
  tom.remove('decks/deep/b.md')
  expect(await push(tom)).toMatchObject({
    version: 2,
    before: 1,
    added: [],
    changed: ['decks/a.md'],
    removed: ['decks/deep/b.md'],
    removedCards: ['course-b/a'],
  })
  expect((await ann.pull({ graders: true })).taken).toEqual([
    `${IN_COURSE}/a.md`,
    'exercises/sum/exercise.yaml',
    'graders/sum/grader.ts',
  ])
  expect(ann.read(`${IN_COURSE}/a.md`)).toBe(deck('course-a/a', 'two'))
  expect(await tom.pull()).toMatchObject({ taken: [], removed: [], edited: [], faults: [] })
})

test('two teachers work on one course, each from their own folder', async () => {
  const { pupil } = await openCourse()
  const [tom, tina] = [pupil('Tom'), pupil('Tina')]
  tom.write('decks/a.md', deck('course-a/a', 'one'))
  tom.write('decks/b.md', deck('course-b/a', 'one'))
  await push(tom)

  tina.write('decks/c.md', deck('course-c/a', 'one'))
  await expect(push(tina)).rejects.toThrow('Version 1 of the course is there (by Tom)')
  await tina.pull()
  tina.write(`${IN_COURSE}/a.md`, deck('course-a/a', 'two'))
  expect(await push(tina, { note: 'c is new' })).toMatchObject({
    version: 2,
    added: ['decks/c.md'],
    changed: ['decks/a.md'],
    removed: [],
  })

  tom.write('decks/b.md', deck('course-b/a', 'two'))
  await expect(push(tom)).rejects.toThrow('by Tina: c is new')
  expect(await tom.pull()).toMatchObject({
    taken: ['decks/a.md', `${IN_COURSE}/c.md`],
    edited: [],
    faults: [],
  })
  expect(await push(tom)).toMatchObject({ version: 3, added: [], changed: ['decks/b.md'], removed: [] })
  expect(await tina.pull()).toMatchObject({ taken: [`${IN_COURSE}/b.md`] })
})

test('from a folder elsewhere another teacher’s release is not written over unseen', async () => {
  const { pupil } = await openCourse()
  const [tom, tina] = [pupil('Tom'), pupil('Tina')]
  const from = (pupil: Pupil) => ({ trees: treesIn(pupil, 'course'), isOwn: false })
  for (const one of [tom, tina]) one.write('course/decks/a.md', deck('course-a/a', 'one'))
  await push(tom, from(tom))
  // Tina has the same in her clone.
  expect(await push(tina, from(tina))).toMatchObject({ version: 1, before: 1 })
  tina.write('course/decks/a.md', deck('course-a/a', 'two'))
  await expect(push(tina, from(tina))).rejects.toThrow('Version 1 of the course is there (by Tom)')
  expect(await push(tina, { ...from(tina), dryRun: true })).toMatchObject({ changed: ['decks/a.md'] })
  await expect(push(tina, { ...from(tina), after: 2 })).rejects.toThrow('Version 1')
  expect(await push(tina, { ...from(tina), after: 1 })).toMatchObject({ version: 2 })
  tina.write('course/decks/a.md', deck('course-a/a', 'three'))
  expect(await push(tina, from(tina))).toMatchObject({ version: 3 })
  expect(await tina.pull()).toMatchObject({ taken: [`${IN_COURSE}/a.md`] })
})

test('of two who push the same moment the second hears of the first', async () => {
  const { hub, pupil } = await openCourse()
  const tom = pupil('Tom')
  tom.write('decks/a.md', deck('course-a/a', 'one'))
  const connection = await tom.connect()
  const late = {
    ...connection,
    // Between what is there and the push of it.
    putBytes: async (path: string, bytes: Uint8Array) => {
      await courseOf(hub, 'Tina').push(0, { 'decks/b.md': 'b' })
      await connection.putBytes(path, bytes)
    },
  }
  const pushing = push({ ...tom, connect: async () => late })
  await expect(pushing).rejects.toThrow('Version 1 of the course is there already, by Tina.')
})

test('to a hub that was set back to a backup the teacher pushes again, and the learners go on from there', async () => {
  const { hub, pupil } = await openCourse()
  const [tom, ann] = [pupil('Tom'), pupil('Ann')]
  for (const answer of ['one', 'two', 'three']) {
    tom.write('decks/a.md', deck('course-a/a', answer))
    await push(tom)
  }
  await ann.pull()
  for (const table of ['release_file', 'release'])
    await hub.hub.db.query(`delete from ${table} where version > 1`)
  expect(await ann.pull()).toMatchObject({ taken: [], faults: [{ path: HUB_COURSE }] })
  tom.write('decks/a.md', deck('course-a/a', 'four'))
  expect(await push(tom)).toMatchObject({ before: 1, version: 4 })
  expect(await ann.pull()).toMatchObject({ taken: [`${IN_COURSE}/a.md`], edited: [], faults: [] })
})

test('a push that was cut sends only what is lacking', async () => {
  const { pupil } = await openCourse()
  const tom = pupil('Tom')
  for (let n = 0; n < 10; n++) tom.write(`decks/d${n}.md`, deck(`course-d${n}/a`, 'a'))
  const connection = await tom.connect()
  const sent: string[] = []
  const counting = (most: number) => ({
    ...connection,
    putBytes: async (path: string, bytes: Uint8Array) => {
      if (sent.length >= most) throw new Error('cut')
      sent.push(path)
      await connection.putBytes(path, bytes)
    },
  })
  await expect(push({ ...tom, connect: async () => counting(4) })).rejects.toThrow('cut')
  expect(await push({ ...tom, connect: async () => counting(100) })).toMatchObject({ version: 1 })
  expect(new Set(sent).size).toBe(10)
  expect(sent).toHaveLength(10)
})

test('a learner cannot push, and nobody can push nothing', async () => {
  const { pupil } = await openCourse()
  const ann = pupil('Ann')
  ann.write('decks/a.md', deck('course-a/a', 'one'))
  await expect(push(ann)).rejects.toThrow('here you are Ann, a learner')
  await expect(push(pupil('Tom'))).rejects.toThrow('no deck and no exercise')
})

test('one can see how one’s files stand to the course', async () => {
  const { pupil } = await openCourse()
  const [tom, ann] = [pupil('Tom'), pupil('Ann')]
  for (const name of ['a', 'b', 'c', 'd']) tom.write(`decks/${name}.md`, deck(`course-${name}/a`, 'one'))
  await push(tom)
  await ann.pull()
  ann.write(`${IN_COURSE}/a.md`, 'mine')
  ann.remove(`${IN_COURSE}/b.md`)
  tom.write('decks/c.md', deck('course-c/a', 'two'))
  await push(tom, { note: 'c' })
  const look = async (one: Pupil) => await lookAtCourse(one.deps, await one.connect())
  expect(await look(ann)).toMatchObject({
    title: HUB_COURSE,
    newest: { version: 2, by: 'Tom', note: 'c' },
    release: 1,
    same: 1,
    waiting: [`${IN_COURSE}/c.md`],
    edited: [{ path: `${IN_COURSE}/a.md`, beside: undefined }],
    deleted: [`${IN_COURSE}/b.md`],
  })
  expect(await look(tom)).toMatchObject({ release: 2, same: 4, waiting: [], edited: [], deleted: [] })
})
