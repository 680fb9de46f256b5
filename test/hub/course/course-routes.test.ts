import { describe, expect, test } from 'vitest'
import { keepBlob } from '../../../src/hub/course/course-blobs.ts'
import type { ReleaseReply } from '../../../src/interop/hub/course-protocol.ts'
import { digestOf } from '../../../src/interop/segments/seal.ts'
import { NOON } from '../../app/open-test-deps.ts'
import { drawTests } from '../../drawn-by-commit.ts'
import { HUB_COURSE, HUB_ENGINES, openTestHub } from '../open-test-hub.ts'
import { courseOf, type Files } from './course-of.ts'

drawTests('hub', 'app/hub', 'app/course', 'app/sync', 'interop/hub')

const PEOPLE = { Tom: 'teacher', Tina: 'teacher', Ann: 'learner' } as const

const FIRST: Files = { 'decks/a.md': 'first', 'decks/b.md': 'both' }
const SECOND: Files = { 'decks/a.md': 'second', 'exercises/sum/exercise.yaml': 'both' }

const hash = (text: string) => digestOf(Buffer.from(text))

describe.each(HUB_ENGINES)('a course on %s', (engine) => {
  test('has releases one behind the other, each with what it and those before hold', async () => {
    const hub = await openTestHub({ engine, people: PEOPLE })
    const { push } = courseOf(hub, 'Tom')
    const newest = async () => (await (await hub.ask('Ann', '/v1/releases/latest')).json()) as ReleaseReply
    expect(await newest()).toEqual({ version: 0, note: '', by: '', at: 0, files: [], earlier: [] })

    expect(await (await push(0, FIRST, 'begun')).json()).toEqual({ version: 1, isNew: true })
    expect(await (await push(1, FIRST)).json()).toEqual({ version: 1, isNew: false })
    expect(await (await push(1, SECOND)).json()).toEqual({ version: 2, isNew: true })

    expect(await newest()).toEqual({
      version: 2,
      note: '',
      by: 'Tom',
      at: NOON,
      files: [
        { path: 'decks/a.md', contents: hash('second'), bytes: 6 },
        { path: 'exercises/sum/exercise.yaml', contents: hash('both'), bytes: 4 },
      ],
      earlier: [
        { path: 'decks/a.md', contents: hash('first'), version: 1 },
        { path: 'decks/b.md', contents: hash('both'), version: 1 },
      ],
    })
    const first = (await (await hub.ask('Ann', '/v1/releases/1')).json()) as ReleaseReply
    expect([first.note, first.files.map(({ path }) => path), first.earlier]).toEqual([
      'begun',
      ['decks/a.md', 'decks/b.md'],
      [],
    ])
    expect(await (await hub.ask('Ann', `/v1/blobs/${hash('first')}`)).text()).toBe('first')
    expect((await (await hub.ask('Ann', '/v1/hub')).json()) as object).toMatchObject({ release: 2 })
    for (const wrong of ['3', '0', '-1', '1.5', 'x', 'latest/x'])
      expect((await hub.ask('Ann', `/v1/releases/${wrong}`)).status).toBe(404)
  })

  test('of two pushes at once takes one, and tells the other what is there', async () => {
    const hub = await openTestHub({ engine, people: PEOPLE })
    const replies = await Promise.all([
      courseOf(hub, 'Tom').push(0, FIRST),
      courseOf(hub, 'Tina').push(0, SECOND),
    ])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    const told = (await replies.find(({ status }) => status === 409)?.json()) as {
      readonly message: { readonly en: string }
    }
    expect(told.message.en).toMatch(/^Version 1 of the course is there already, by (?:Tom|Tina)\.$/)
    expect((await courseOf(hub, 'Tina').push(1, SECOND)).status).toBe(200)
  })
})

test('a learner pushes nothing, and another course has nothing of this one', async () => {
  const hub = await openTestHub({ people: PEOPLE })
  const ann = courseOf(hub, 'Ann')
  expect((await ann.put('mine')).status).toBe(403)
  expect((await ann.release(0, {})).status).toBe(403)
  await courseOf(hub, 'Tom').push(0, FIRST)
  await hub.hub.db.query("insert into course values ('other', 'Other', 0)")
  await hub.hub.db.query("update person set course = 'other' where name = 'Ann'")
  expect((await hub.ask('Ann', `/v1/blobs/${hash('first')}`)).status).toBe(404)
  expect((await hub.ask('Ann', '/v1/releases/1')).status).toBe(404)
})

test('a hostile teacher gets no file out of its place, and no contents under another name', async () => {
  const hub = await openTestHub({ people: PEOPLE })
  const { put, post, release, push } = courseOf(hub, 'Tom')
  expect((await put('one', hash('other'))).status).toBe(400)
  expect((await put('one', 'x')).status).toBe(400)
  expect((await release(0, { 'decks/a.md': 'never sent' })).status).toBe(409)
  const wrong = [
    'a.md',
    'decks',
    'decks/../a.md',
    '/decks/a.md',
    'decks//a.md',
    'decks/.hidden/a.md',
    'decks/a\u202e.md',
    'decks/a.md.conflict-00000000',
    'decks/a.md.course-3',
    'exercises/exercise.yaml',
    'exercises/Sum/exercise.yaml',
    'graders/tsconfig.json',
    'imports/a.md',
    'decks/nul.md',
    `decks/${'a'.repeat(300)}`,
  ]
  for (const path of wrong) expect([path, (await push(0, { [path]: 'x' })).status]).toEqual([path, 400])
  const clashes = [
    ['decks/a.md', 'decks/A.md'],
    ['decks/caf\u00e9.md', 'decks/cafe\u0301.md'],
    ['decks/a', 'decks/a/b.md'],
    ['decks/One/a.md', 'decks/one/b.md'],
  ]
  for (const [one = '', other = ''] of clashes) {
    const reply = await push(0, { [one]: 'x', [other]: 'y' })
    expect([one, reply.status]).toEqual([one, 400])
  }
  for (const body of [{}, { after: 0, note: '', files: [{ path: 'decks/a.md', contents: 'x' }] }, []])
    expect((await post('releases', body)).status).toBe(400)
  expect((await hub.ask('Tom', '/v1/releases/1')).status).toBe(404)
})

test('blobs that no release names go with the next one', async () => {
  const hub = await openTestHub({ people: PEOPLE })
  const { put, post, push } = courseOf(hub, 'Tom')
  await put('given up')
  const missing = async () =>
    await (await post('blobs/missing', { contents: [hash('given up'), hash('first')] })).json()
  expect(await missing()).toEqual({ contents: [hash('first')] })
  await push(0, FIRST)
  expect(await missing()).toEqual({ contents: [hash('given up')] })
})

test('what waits without a release is no more than a release may be, and no file larger than one may be', async () => {
  const hub = await openTestHub({ people: PEOPLE })
  const { put } = courseOf(hub, 'Tom')
  const { db } = hub.hub
  const keep = (text: string) => keepBlob(db, HUB_COURSE, hash(text), Buffer.from(text), 10)
  expect([await keep('sixsix'), await keep('four'), await keep('1')]).toEqual(['kept', 'kept', 'too many'])
  await courseOf(hub, 'Tom').release(0, { 'decks/a.md': 'sixsix' })
  expect(await keep('tenletters')).toBe('kept')
  expect((await put('x'.repeat(50_000_001))).status).toBe(413)
})
