import { ulid } from 'ulid'
import { expect, test } from 'vitest'
import type { LogEntry } from '../../src/core/log-entry.ts'
import { listPeople } from '../../src/hub/people/list-people.ts'
import { encodeEntries } from '../../src/interop/hub/entry-lines.ts'
import { openTestHub, type TestHub } from './open-test-hub.ts'
import { personCalled, saying } from './share-log.ts'

const AT = Date.UTC(2026, 10, 1)

/** Of a kind that this version does not know, as it is kept from a newer one. */
function entryOf(bytes: number): LogEntry {
  const body = { text: 'x'.repeat(bytes) }
  return { id: ulid(AT), device: 'test', kind: 'later', version: 1, at: AT, offsetMin: 0, subject: '', body }
}

const push = ({ ask }: TestHub, ...entries: readonly LogEntry[]) =>
  ask('Ann', '/v1/entries', { method: 'POST', body: Buffer.from(encodeEntries(entries)) })

test('a log grows up to its quota, and no entry counts twice', async () => {
  const at = await openTestHub({ people: { Ann: 'learner' }, quotaBytes: 2 ** 20 })
  const first = entryOf(2 ** 19)
  for (const entries of [[first], [first], [entryOf(2 ** 19)]])
    expect((await push(at, ...entries)).status).toBe(200)
  const [{ entries, bytes } = { entries: 0, bytes: 0 }] = await listPeople(at.hub.db)
  expect(entries).toBe(2)
  expect(bytes).toBeGreaterThan(2 ** 20)
  expect(bytes).toBeLessThan(2 ** 20 + 1000)
  const refused = await push(at, entryOf(1))
  expect(refused.status).toBe(507)
  expect(await refused.json()).toMatchObject({
    message: { en: 'Your log fills the 1 MB that this hub keeps of each learner.' },
  })
  expect((await listPeople(at.hub.db))[0]?.entries).toBe(2)
})

test('whoever is beyond their quota can still end to share, and leave', async () => {
  const at = await openTestHub({ people: { Ann: 'learner' }, quotaBytes: 0 })
  const ann = await personCalled(at.hub, 'Ann')
  const shares = async () => (await listPeople(at.hub.db))[0]?.shares
  expect((await push(at, saying('consent', ann, AT))).status).toBe(200)
  expect(await shares()).toBe(true)
  expect((await push(at, entryOf(1), saying('consent', ann, AT + 1, false))).status).toBe(507)
  expect(await shares()).toBe(false)
  expect((await push(at, entryOf(1), saying('leave', ann, AT + 2))).status).toBe(410)
  expect(await listPeople(at.hub.db)).toEqual([])
})

test('a log that is scattered over all times begins no more of them, and its learner can still leave', async () => {
  const at = await openTestHub({ people: { Ann: 'learner' } })
  const ann = await personCalled(at.hub, 'Ann')
  const here = entryOf(1)
  expect((await push(at, here)).status).toBe(200)
  await at.hub.db.query(
    `insert into stretch select $1, lpad(number::text, 5, '0'), 1, 0 from generate_series(1, 49999) number`,
    [ann],
  )
  const [known, scattered] = [entryOf(1), { ...entryOf(1), id: ulid(AT + 9 * 24 * 3_600_000) }]
  expect(await (await push(at, scattered, known)).json()).toMatchObject({
    added: 1,
    refused: [{ id: scattered.id, why: { en: expect.stringContaining('more than anybody has learned in') } }],
  })
  const elsewhere = saying('leave', ann, AT + 10 * 24 * 3_600_000)
  expect((await push(at, scattered, elsewhere)).status).toBe(410)
  expect(await listPeople(at.hub.db)).toEqual([])
})

test('nor is it endless what is said beyond the quota', async () => {
  const at = await openTestHub({ people: { Ann: 'learner' }, quotaBytes: 0 })
  const ann = await personCalled(at.hub, 'Ann')
  const said = (times: number) => Array.from({ length: times }, (_, one) => saying('consent', ann, AT + one))
  for (const times of [2000, 2000]) expect((await push(at, ...said(times))).status).toBe(200)
  expect((await push(at, ...said(1))).status).toBe(507)
})

test('a database without room says so, and takes the same once there is some', async () => {
  const at = await openTestHub({ people: { Ann: 'learner' } })
  // As Postgres says it.
  await at.hub.db.query(
    `create function refuse() returns trigger language plpgsql as $$
     begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`,
  )
  await at.hub.db.query('create trigger is_full before insert on entry execute function refuse()')
  const entry = entryOf(1)
  const refused = await push(at, entry)
  expect(refused.status).toBe(507)
  expect(await refused.json()).toMatchObject({ message: { en: 'The disk of the hub is full.' } })
  expect(at.mistakes).toHaveLength(1)
  await at.hub.db.query('drop trigger is_full on entry')
  expect(await (await push(at, entry)).json()).toMatchObject({ added: 1 })
})
