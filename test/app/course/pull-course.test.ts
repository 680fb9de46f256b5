import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pullCourse } from '../../../src/app/course/pull-course.ts'
import { drawTests } from '../../drawn-by-commit.ts'
import { HUB_COURSE } from '../../hub/open-test-hub.ts'
import { sharedPath } from '../sync/open-learner.ts'
import { deck, EXERCISE, FIRST, IN_COURSE, openCourse, SECOND } from './open-course.ts'
import { AS_BEFORE, type Pupil } from './open-pupil.ts'

drawTests('hub', 'app/hub', 'app/course', 'app/sync', 'interop/hub')

test('a release comes into the learner’s own folders, decks into one of the course', async () => {
  const { pupil } = await openCourse()
  const ann = pupil('Ann')
  expect(await ann.pull()).toMatchObject({
    title: HUB_COURSE,
    before: 0,
    release: { version: 1, note: 'begun', by: 'Tom' },
    taken: [
      `${IN_COURSE}/edges.md`,
      `${IN_COURSE}/images/a.png`,
      `${IN_COURSE}/pooling.md`,
      'exercises/course-sum/exercise.yaml',
    ],
    faults: [],
    ungraded: ['course-sum'],
  })
  expect(ann.read(`${IN_COURSE}/pooling.md`)).toBe(FIRST['decks/pooling.md'])
  const { cards, exercises, faults } = await ann.content()
  expect(faults).toEqual([])
  expect([cards.has('course-pooling/max' as never), exercises.has('course-sum' as never)]).toEqual([
    true,
    true,
  ])
  expect(await ann.pull()).toMatchObject({ before: 1, taken: [], faults: [] })
})

test('what the learner has not touched becomes the next release; what they edited stays, and the release’s version lies beside it once', async () => {
  const { push, pupil } = await openCourse()
  const [ann, bob, cem] = [pupil('Ann'), pupil('Bob'), pupil('Cem')]
  for (const one of [ann, bob, cem]) await one.pull()
  const mine = deck('course-pooling/max', 'mine')
  bob.write(`${IN_COURSE}/pooling.md`, mine)
  cem.remove(`${IN_COURSE}/pooling.md`)
  await push(1, SECOND)

  for (const one of [ann, bob, cem]) {
    const { taken } = await one.pull()
    expect(taken).toContain(`${IN_COURSE}/edges.md`)
    expect(one.read(`${IN_COURSE}/edges.md`)).toBe(SECOND['decks/edges.md'])
  }
  expect(ann.read(`${IN_COURSE}/pooling.md`)).toBe(SECOND['decks/pooling.md'])
  expect(bob.read(`${IN_COURSE}/pooling.md`)).toBe(mine)
  expect(bob.read(`${IN_COURSE}/pooling.md.course-2`)).toBe(SECOND['decks/pooling.md'])
  expect((await bob.content()).faults).toEqual([])
  expect(cem.read(`${IN_COURSE}/pooling.md`)).toBeUndefined()

  // Bob has looked at it.
  bob.remove(`${IN_COURSE}/pooling.md.course-2`)
  expect(await bob.pull()).toMatchObject({ edited: [] })
  expect(bob.read(`${IN_COURSE}/pooling.md.course-2`)).toBeUndefined()

  await push(2, { ...SECOND, 'decks/pooling.md': deck('course-pooling/max', 'three') })
  expect(await bob.pull()).toMatchObject({
    edited: [{ path: `${IN_COURSE}/pooling.md`, beside: `${IN_COURSE}/pooling.md.course-3` }],
  })
  expect(await cem.pull()).toMatchObject({ taken: [] })
  expect(cem.read(`${IN_COURSE}/pooling.md`)).toBeUndefined()
})

test('a version that lies beside an edit gives way to the next, unless the learner has written into it', async () => {
  const { push, pupil } = await openCourse()
  const ann = pupil('Ann')
  await ann.pull()
  ann.write(`${IN_COURSE}/pooling.md`, 'mine')
  ann.write(`${IN_COURSE}/edges.md`, 'mine')
  await push(1, SECOND)
  await ann.pull()
  ann.write(`${IN_COURSE}/edges.md.course-2`, 'remarks')
  await push(2, {
    ...SECOND,
    'decks/pooling.md': deck('course-pooling/max', 'three'),
    'decks/edges.md': deck('course-edges/sobel', 'three'),
  })
  await ann.pull()
  expect(readdirSync(join(ann.deps.folders.decks, HUB_COURSE)).sort()).toEqual([
    'edges.md',
    'edges.md.course-2',
    'edges.md.course-3',
    'images',
    'pooling.md',
    'pooling.md.course-3',
  ])
})

test('what the course gives up is moved aside, and is the learner’s where they had edited it', async () => {
  const { push, pupil } = await openCourse()
  const ann = pupil('Ann')
  await ann.pull()
  ann.write(`${IN_COURSE}/edges.md`, 'mine')
  await push(1, { 'decks/other.md': deck('course-other/a', 'a') })
  expect(await ann.pull()).toMatchObject({
    taken: [`${IN_COURSE}/other.md`],
    removed: [`${IN_COURSE}/images/a.png`, `${IN_COURSE}/pooling.md`, 'exercises/course-sum/exercise.yaml'],
    left: [`${IN_COURSE}/edges.md`],
    faults: [],
  })
  expect(ann.read(`${IN_COURSE}/edges.md`)).toBe('mine')
  expect(ann.read(`${IN_COURSE}/pooling.md`)).toBeUndefined()
  const aside = readdirSync(join(ann.deps.folders.decks, '.removed', HUB_COURSE))
  expect(aside.filter((name) => name !== 'images')).toEqual([expect.stringMatching(/^pooling\.md\.\d+$/)])
  expect(await ann.pull()).toMatchObject({ removed: [], left: [] })
  // What the course gives again comes again.
  await push(2, FIRST)
  expect((await ann.pull()).taken).toContain(`${IN_COURSE}/pooling.md`)
})

test('graders come once the learner has said so, and are let run from then on', async () => {
  const { push, pupil } = await openCourse()
  const ann = pupil('Ann')
  expect(await ann.pull()).toMatchObject({ ungraded: ['course-sum'] })
  expect(ann.read('graders/course-sum/grader.ts')).toBeUndefined()
  expect(await ann.pull({ graders: true })).toMatchObject({
    taken: ['graders/course-sum/grader.ts'],
    ungraded: [],
  })
  expect(ann.read('trusted-graders')).toBe('course-sum\n')
  await push(1, { ...FIRST, 'graders/course-sum/grader.ts': 'export const grader = 2' })
  expect(await ann.pull()).toMatchObject({ taken: ['graders/course-sum/grader.ts'] })
  await push(2, { ...FIRST, 'graders/course-sum/grader.ts': 'export const grader = 3' })
  expect(await ann.pull({ graders: false })).toMatchObject({ taken: [], ungraded: ['course-sum'] })
  expect(await ann.pull()).toMatchObject({ taken: [] })
  expect(ann.read('graders/course-sum/grader.ts')).toBe('export const grader = 2')
})

test('what the learner has deleted comes back when they want it, and nothing that they edited changes', async () => {
  const { push, pupil } = await openCourse()
  const ann = pupil('Ann')
  await ann.pull()
  ann.remove(`${IN_COURSE}/pooling.md`)
  ann.write(`${IN_COURSE}/edges.md`, 'mine')
  expect(await ann.pull({ restore: true, dryRun: true })).toMatchObject({
    taken: [`${IN_COURSE}/pooling.md`],
  })
  await push(1, { ...SECOND, 'decks/images/a.png': 'another' })
  expect(await ann.pull({ restore: true })).toMatchObject({
    taken: [`${IN_COURSE}/images/a.png`, `${IN_COURSE}/pooling.md`],
    faults: [],
  })
  expect(ann.read(`${IN_COURSE}/pooling.md`)).toBe(SECOND['decks/pooling.md'])
  expect(ann.read(`${IN_COURSE}/edges.md`)).toBe('mine')
  // And is the learner's to delete again.
  ann.remove(`${IN_COURSE}/pooling.md`)
  expect(await ann.pull()).toMatchObject({ taken: [] })
})

test('neither the program’s cards and exercises nor the learner’s own are displaced', async () => {
  const { pupil } = await openCourse({
    'decks/adam.md': deck('adam/bias-correction-m', 'wrong'),
    'decks/mine.md': deck('mine/a', 'wrong'),
    'decks/free.md': deck('course-free/a', 'a'),
    'exercises/adam/exercise.yaml': EXERCISE,
    'exercises/own-sum/exercise.yaml': EXERCISE,
    'graders/own-sum/grader.ts': 'hostile',
    'graders/own-sum/README.md': 'the same',
    'graders/own-max/extra.ts': 'hostile, and without an exercise',
  })
  const ann = pupil('Ann')
  ann.write('decks/own.md', deck('mine/a', 'right'))
  for (const id of ['own-sum', 'own-max']) ann.write(`exercises/${id}/exercise.yaml`, `${EXERCISE}# mine\n`)
  ann.write('graders/own-sum/README.md', 'the same')
  const { taken, faults } = await ann.pull({ graders: true })
  expect(taken).toEqual([`${IN_COURSE}/free.md`])
  expect(faults.map(({ path }) => path).sort()).toEqual([
    `${IN_COURSE}/adam.md`,
    `${IN_COURSE}/mine.md`,
    'exercises/adam',
    'exercises/own-max',
    'exercises/own-sum',
  ])
  expect(faults.map(({ why }) => why.en).join('\n')).toContain(join(ann.deps.folders.decks, 'own.md'))
  expect(ann.read('graders/own-sum/grader.ts')).toBeUndefined()
  expect(ann.read('graders/own-max/extra.ts')).toBeUndefined()
  expect(ann.read('trusted-graders')).toBeUndefined()
})

test('a dry run changes nothing', async () => {
  const { pupil } = await openCourse()
  const ann = pupil('Ann')
  const { taken } = await ann.pull({ dryRun: true, graders: true })
  expect(taken).toHaveLength(5)
  expect(ann.read(`${IN_COURSE}/pooling.md`)).toBeUndefined()
  expect(await ann.pull()).toMatchObject({ before: 0, ungraded: ['course-sum'] })
})

test('a pull that was cut goes on, and everything that is there is whole', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 40 }, (_, n) => [`decks/d${n}.md`, deck(`course-d${n}/a`, 'x'.repeat(1000))]),
  )
  const { push, pupil } = await openCourse(many)
  const ann = pupil('Ann')
  const connection = await ann.connect()
  let asked = 0
  const cut = {
    ...connection,
    askBytes: (...question: Parameters<typeof connection.askBytes>) =>
      ++asked > 20 ? Promise.reject(new Error('cut')) : connection.askBytes(...question),
  }
  await expect(pullCourse(ann.deps, cut, AS_BEFORE)).rejects.toThrow('cut')
  const there = Object.keys(many).filter((path) => ann.read(path.replace('decks', IN_COURSE)) !== undefined)
  expect(there.length).toBe(16)
  for (const path of there) expect(ann.read(path.replace('decks', IN_COURSE))).toBe(many[path])
  // Meanwhile all of it has changed.
  const next = Object.fromEntries(Object.entries(many).map(([path, text]) => [path, `${text}y`]))
  await push(1, next)
  expect(await ann.pull()).toMatchObject({ edited: [], faults: [] })
  for (const path of Object.keys(next)) expect(ann.read(path.replace('decks', IN_COURSE))).toBe(next[path])
})

test('a hub that was set back to a backup takes nothing away', async () => {
  const { hub, push, pupil } = await openCourse()
  const ann = pupil('Ann')
  await push(1, SECOND)
  await ann.pull()
  for (const table of ['release_file', 'release'])
    await hub.hub.db.query(`delete from ${table} where version = 2`)
  const { taken, removed, faults } = await ann.pull()
  expect([taken, removed]).toEqual([[], []])
  expect(faults.map(({ why }) => why.en).join()).toContain('the hub has version 1, and this machine has 2')
  expect(ann.read(`${IN_COURSE}/pooling.md`)).toBe(SECOND['decks/pooling.md'])
})

async function folderSync(path: string, ...machines: readonly Pupil[]): Promise<void> {
  for (const machine of [...machines, ...machines]) {
    const { files } = await machine.syncFolder(path)
    expect(files.conflicts).toEqual([])
  }
}

test('two machines of one learner, by a folder and by the hub in any order, do not fight', async () => {
  const { push, pupil } = await openCourse()
  const [one, other] = [pupil('Ann'), pupil('Ann')]
  const shared = sharedPath()
  await one.pull({ graders: true })
  await folderSync(shared, one, other)
  expect(other.read(`${IN_COURSE}/pooling.md`)).toBe(FIRST['decks/pooling.md'])
  expect(await other.pull()).toMatchObject({ taken: [], edited: [], faults: [] })

  // The first has the second release, the other, which knows nothing of it yet, the third.
  const third = { ...SECOND, 'decks/pooling.md': deck('course-pooling/max', 'three') }
  await push(1, SECOND)
  await one.pull()
  await push(2, third)
  await other.pull()
  await folderSync(shared, other, one)
  for (const machine of [one, other]) {
    expect(machine.read(`${IN_COURSE}/pooling.md`)).toBe(third['decks/pooling.md'])
    expect(await machine.pull()).toMatchObject({ taken: [], edited: [], faults: [] })
  }

  // What came by the folder is no edit of the learner's.
  await push(3, SECOND)
  await one.pull()
  await folderSync(shared, one, other)
  await push(4, third)
  expect(await other.pull()).toMatchObject({ edited: [], faults: [] })
  expect(other.read(`${IN_COURSE}/pooling.md`)).toBe(third['decks/pooling.md'])
  await folderSync(shared, other, one)

  // An edit and a deletion are of both machines.
  one.write(`${IN_COURSE}/edges.md`, deck('course-edges/sobel', 'mine'))
  one.remove(`${IN_COURSE}/pooling.md`)
  await folderSync(shared, one, other)
  await push(5, { ...FIRST, 'decks/edges.md': deck('course-edges/sobel', 'six') })
  for (const machine of [one, other]) {
    expect(await machine.pull()).toMatchObject({ edited: [{ path: `${IN_COURSE}/edges.md` }] })
    expect(machine.read(`${IN_COURSE}/edges.md`)).toBe(deck('course-edges/sobel', 'mine'))
    expect(machine.read(`${IN_COURSE}/pooling.md`)).toBeUndefined()
  }
})

test('an edit on one machine wins over a release that another has taken meanwhile, and a deletion too', async () => {
  const { push, pupil } = await openCourse()
  const [one, other] = [pupil('Ann'), pupil('Ann')]
  const shared = sharedPath()
  await one.pull()
  await folderSync(shared, one, other)
  await other.pull()
  one.write(`${IN_COURSE}/edges.md`, 'mine')
  one.remove(`${IN_COURSE}/pooling.md`)
  await push(1, SECOND)
  await other.pull()
  for (const machine of [other, one, other, one]) await machine.syncFolder(shared)
  for (const machine of [one, other]) {
    expect(machine.read(`${IN_COURSE}/edges.md`)).toBe('mine')
    expect(machine.read(`${IN_COURSE}/pooling.md`)).toBeUndefined()
  }
})

test('the teacher who pushed from their own folder has it there already, and takes what another teacher pushes', async () => {
  const { push, pupil } = await openCourse()
  const tom = pupil('Tom')
  for (const [path, text] of Object.entries(FIRST)) tom.write(path, text)
  expect(await tom.pull({ graders: true })).toMatchObject({ taken: [], faults: [] })
  await push(1, SECOND)
  expect(await tom.pull()).toMatchObject({ taken: ['decks/edges.md', 'decks/pooling.md'], faults: [] })
})
