import fc from 'fast-check'
import { ulid } from 'ulid'
import { expect, test } from 'vitest'
import type { LogEntry } from '../../../src/core/log-entry.ts'
import { stretchOf } from '../../../src/core/stretch.ts'
import { decodeEntries, encodeEntries } from '../../../src/interop/hub/entry-lines.ts'
import { idDigest } from '../../../src/interop/hub/id-digest.ts'
import {
  type HubReply,
  type IdsReply,
  MOST_PLAIN_BYTES,
  type PushedReply,
  type StretchesReply,
} from '../../../src/interop/hub/protocol.ts'
import { compress } from '../../../src/interop/segments/compress.ts'
import { NOON } from '../../app/open-test-deps.ts'
import { drawTests } from '../../drawn-by-commit.ts'
import { HUB_ENGINES, openTestHub, type TestHub } from '../open-test-hub.ts'

drawTests('hub', 'app/hub', 'app/course', 'app/sync', 'interop/hub')

/** Of some weeks, so that they lie in several stretches; the same each time. */
const ENTRIES = Array.from({ length: 60 }, (_, at) => entry(at))

function entry(at: number, drawn: Partial<LogEntry> = {}): LogEntry {
  const time = NOON - at * 10_000_000
  return {
    id: ulid(time, () => at / 60),
    device: 'laptop',
    kind: 'review',
    version: 1,
    at: time,
    offsetMin: 60,
    subject: 'adam/a',
    body: { rating: 'good', durationMs: at },
    ...drawn,
  }
}

function push({ ask }: TestHub, name: string, entries: readonly object[]): Promise<Response> {
  return ask(name, '/v1/entries', { method: 'POST', body: Buffer.from(encodeEntries(entries)) })
}

async function pushed(hub: TestHub, name: string, entries: readonly object[]): Promise<PushedReply> {
  return (await (await push(hub, name, entries)).json()) as PushedReply
}

async function whoIs({ ask }: TestHub, name: string): Promise<HubReply['person']> {
  return ((await (await ask(name, '/v1/hub')).json()) as HubReply).person
}

async function idsAt({ ask }: TestHub, name: string): Promise<readonly string[]> {
  const { stretches } = (await (await ask(name, '/v1/stretches')).json()) as StretchesReply
  const ids: string[] = []
  for (const { stretch, entries, digest } of stretches) {
    const body = JSON.stringify({ stretches: [stretch], after: '' })
    const there = (await (await ask(name, '/v1/ids', { method: 'POST', body })).json()) as IdsReply
    expect({ entries, digest }).toEqual({
      entries: there.ids.length,
      digest: idDigest(there.ids).toString(),
    })
    ids.push(...there.ids)
  }
  return ids
}

async function entriesAt({ ask }: TestHub, name: string, ids: readonly string[]) {
  const body = JSON.stringify({ ids })
  const answer = await ask(name, '/v1/entries/wanted', { method: 'POST', body })
  return decodeEntries(new Uint8Array(await answer.arrayBuffer()))
}

const inOrder = (entries: readonly LogEntry[]) => entries.map(({ id }) => id).sort()

test('any parts of a log, in any order and at the same time, are there once', async () => {
  const names = Array.from({ length: 30 }, (_, at) => `${at}`)
  const parts = fc.array(fc.uniqueArray(fc.nat(ENTRIES.length - 1), { maxLength: 25 }), { maxLength: 6 })
  const hub = await openTestHub({ people: Object.fromEntries(names.map((name) => [name, 'learner'])) })
  let next = 0
  await fc.assert(
    fc.asyncProperty(parts, async (drawn) => {
      const name = `${next++}`
      const batches = drawn.map((part) => part.flatMap((at) => ENTRIES[at] ?? []))
      const replies = await Promise.all(batches.map((batch) => pushed(hub, name, batch)))
      const wanted = inOrder([...new Set(batches.flat())])
      expect(await idsAt(hub, name)).toEqual(wanted)
      expect(replies.reduce((sum, { added }) => sum + added, 0)).toBe(wanted.length)
      expect(replies.reduce((sum, { known }) => sum + known, 0)).toBe(batches.flat().length - wanted.length)
    }),
    { numRuns: names.length, endOnFailure: true },
  )
})

test.each(HUB_ENGINES)('entries come back from %s as they went, whatever JSON can say', async (engine) => {
  const hub = await openTestHub({ engine, people: { Ann: 'learner' } })
  const odd = [
    entry(1, {
      kind: 'tomorrow',
      subject: 'tab \t and \u{1F600}',
      body: { z: 1, a: '\u0000', '\u0000': [null] },
    }),
    entry(2, {
      kind: 'tomorrow',
      body: { lone: '\ud800', number: 1e-300, text: "'; drop table entry; --" },
    }),
  ]
  expect(await pushed(hub, 'Ann', odd)).toEqual({ added: 2, known: 0, refused: [] })
  expect(await entriesAt(hub, 'Ann', inOrder(odd))).toEqual([odd[1], odd[0]])
})

test('what is no event, or another of the same id, is refused, and the rest taken', async () => {
  const hub = await openTestHub({ people: { Ann: 'learner' } })
  const [one, two, three] = [entry(1), entry(2), entry(3)]
  await pushed(hub, 'Ann', [one])
  const other = { ...one, subject: 'adam/b' }
  const damaged = { ...three, offsetMin: 'x' }
  const reply = await pushed(hub, 'Ann', [other, two, { ...two, at: 1 }, damaged, [], Object('none')])
  expect(reply).toMatchObject({ added: 1, known: 0 })
  expect(reply.refused.map(({ id, why }) => [id, why.en])).toEqual([
    [two.id, 'An event of the same id and another content is here already.'],
    [three.id, 'Its offsetMin is not as it should be.'],
    [undefined, 'Its id is not as it should be.'],
    [undefined, 'It is not an event.'],
    [one.id, 'An event of the same id and another content is here already.'],
  ])
  expect(await entriesAt(hub, 'Ann', [one.id])).toEqual([one])
})

test('who leaves has nothing there any more, and can bring nothing back', async () => {
  const hub = await openTestHub({ people: { Ann: 'learner', Ben: 'learner' } })
  for (const name of ['Ann', 'Ben']) await pushed(hub, name, ENTRIES)
  const leave = entry(0, {
    id: ulid(NOON + 1),
    kind: 'leave',
    subject: (await whoIs(hub, 'Ann')).id,
    body: {},
  })
  expect((await push(hub, 'Ann', [leave])).status).toBe(410)
  expect((await push(hub, 'Ann', ENTRIES)).status).toBe(410)
  expect(await idsAt(hub, 'Ben')).toEqual(inOrder(ENTRIES))
  const left = await hub.hub.db.query<{ readonly name: string; readonly entries: number }>(
    'select name, (select count(*) from entry where person = person.id) entries from person order by name',
  )
  expect(left).toEqual([
    { name: '', entries: 0 },
    { name: 'Ben', entries: ENTRIES.length },
  ])
})

test('the latest word about consent counts, whichever comes first, and that of another member does not', async () => {
  const hub = await openTestHub({ people: { Ann: 'learner' } })
  const { id } = await whoIs(hub, 'Ann')
  const shares = async () => (await whoIs(hub, 'Ann')).shares
  const said = (at: number, given: boolean, subject = id) =>
    entry(at, { kind: 'consent', subject, body: { given } })
  await pushed(hub, 'Ann', [said(3, true)])
  expect(await shares()).toBe(true)
  await pushed(hub, 'Ann', [said(1, false)])
  expect(await shares()).toBe(false)
  await pushed(hub, 'Ann', [said(2, true), said(0, true, 'another')])
  expect(await shares()).toBe(false)
})

test('a learner sees nothing of another, also by name', async () => {
  const hub = await openTestHub({ people: { Ann: 'learner', Ben: 'learner', Tom: 'teacher' } })
  await pushed(hub, 'Ann', ENTRIES)
  for (const name of ['Ben', 'Tom']) {
    expect(await idsAt(hub, name)).toEqual([])
    expect(await entriesAt(hub, name, inOrder(ENTRIES))).toEqual([])
  }
})

test('what is too much, or no batch, is refused whole', async () => {
  const hub = await openTestHub({ people: { Ann: 'learner' } })
  const statusOf = async (body: string | Buffer<ArrayBuffer>) => {
    const { status } = await hub.ask('Ann', '/v1/entries', { method: 'POST', body })
    return status
  }
  const bomb = Buffer.from(encodeEntries([{ ...entry(1), body: { source: 'x'.repeat(MOST_PLAIN_BYTES) } }]))
  expect(await statusOf(bomb)).toBe(400)
  // A few kilobytes, of which each line alone would be gone through.
  for (const line of ['x\n', '{}\n', '\n'])
    expect(await statusOf(Buffer.from(compress(Buffer.alloc(MOST_PLAIN_BYTES - 1, line))))).toBe(400)
  expect(await statusOf('[1, 2, 3]')).toBe(400)
  expect(await statusOf(Buffer.from(encodeEntries(Array.from({ length: 2001 }, () => entry(1)))))).toBe(400)
  expect(await statusOf(Buffer.alloc(2 ** 23 + 1))).toBe(413)
  expect(await idsAt(hub, 'Ann')).toEqual([])
  expect(ENTRIES.map(({ id }) => stretchOf(id)).length).toBeGreaterThan(1)
})
