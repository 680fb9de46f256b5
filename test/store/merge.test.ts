import fc from 'fast-check'
import { ulid } from 'ulid'
import { describe, expect, onTestFinished, test } from 'vitest'
import { acceptEvents } from '../../src/app/accept-events.ts'
import { DAY_MS } from '../../src/core/day.ts'
import type { CardId } from '../../src/core/ids.ts'
import type { LogEntry } from '../../src/core/log-entry.ts'
import { INITIAL_PARAMETERS, withRetention } from '../../src/core/parameters-by-scope.ts'
import { RATINGS } from '../../src/core/rating.ts'
import { createStore, type Store } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { runs } from '../seed.ts'
import { answer, CARDS, moment, perform, START, studySteps } from './study.ts'
import { temporaryDatabase } from './temporary-database.ts'

const CARD = 'adam/a' as CardId

function openStore(): Store {
  const db = openDatabase(temporaryDatabase())
  // Thousands of transactions: that they survive a power cut is not the question here.
  db.pragma('synchronous = off')
  const store = createStore(db)
  onTestFinished(() => void store.close())
  return store
}

/** What a learner sees of a store. */
function seen(store: Store) {
  return {
    ...store.projection(),
    attempts: store.history.attempts(),
    recalls: CARDS.map((_, day) => store.agenda(20_781 + day).recalls),
    entries: [...store.entries()],
  }
}

function dueDayOf(store: Store): number | undefined {
  const { memory } = store.card(CARD)
  return memory.kind === 'review' ? memory.dueDay : undefined
}

/** All that passes between devices is text. */
function send(from: Store | readonly LogEntry[], to: Store) {
  const entries = Array.isArray(from) ? from : [...(from as Store).entries()]
  return acceptEvents(
    { store: to },
    entries.map((entry) => JSON.parse(JSON.stringify(entry))),
  )
}

function entryOfKind(kind: string, subject: string, at: number, body: LogEntry['body'] = {}): LogEntry {
  return { id: ulid(at), device: 'other', kind, version: 1, at, offsetMin: 0, subject, body }
}

/** What a learner's program does not write by itself, at any place of a log: undos of anything, parameters, kinds of tomorrow. */
const strangers = fc.array(
  fc.record({
    after: fc.nat(1000),
    kind: fc.constantFrom('undo', 'parameters', 'note', 'retention', 'setting'),
    target: fc.nat(1000),
  }),
  { maxLength: 6 },
)

function withStrangers(
  entries: readonly LogEntry[],
  drawn: typeof strangers extends fc.Arbitrary<infer T> ? T : never,
): readonly LogEntry[] {
  const made = drawn.map(({ after, kind, target }) => {
    const at = entries[after % Math.max(1, entries.length)]?.at ?? START
    const subject = entries[target % Math.max(1, entries.length)]?.id ?? ulid(at)
    switch (kind) {
      case 'undo':
        return entryOfKind('undo', subject, at)
      case 'parameters':
        return entryOfKind('parameters', 'cards', at, {
          parameters: { ...withRetention(INITIAL_PARAMETERS, 0.7 + (target % 9) / 50).cards },
        })
      case 'setting':
        return entryOfKind('config', 'new-per-day', at, { value: `${target % 3}` })
      case 'retention':
        return entryOfKind('config', 'retention', at, { value: '0.8' })
      default:
        return entryOfKind('note', subject, at, { words: ['of', { tomorrow: -0 }] })
    }
  })
  return [...entries, ...made]
}

/** Fuzz puts its first review later than the earliest day that it may choose. */
const PLACED = 'nms/c' as CardId

function dueDayIn(store: Store): number {
  const { memory } = store.card(PLACED)
  return memory.kind === 'review' ? memory.dueDay : Number.NaN
}

describe('logs that meet', () => {
  test('end in the same state, however one was split, in any order and with repetitions', () => {
    const deliveries = fc.array(fc.record({ from: fc.nat(1000), size: fc.integer({ min: 1, max: 30 }) }), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(
        studySteps,
        strangers,
        deliveries,
        fc.infiniteStream(fc.nat(9)),
        (steps, drawn, packets, order) => {
          const [origin, one, other] = [openStore(), openStore(), openStore()]
          perform(origin, steps)
          const entries = withStrangers([...origin.entries()], drawn)
          send(entries, origin)
          const dealt = entries
            .map((entry) => ({ entry, place: order.next().value }))
            .sort((a, b) => a.place - b.place)
          const shuffled = dealt.map(({ entry }) => entry)
          for (const { from, size } of packets) {
            send(shuffled.slice(from % Math.max(1, shuffled.length)).slice(0, size), one)
          }
          send(shuffled.toReversed(), one)
          for (const entry of shuffled) send([entry, entry], other)
          send(one, other)
          expect(seen(one)).toEqual(seen(origin))
          expect(seen(other)).toEqual(seen(origin))
          expect(one.drifted()).toEqual([])
        },
      ),
      { numRuns: runs(40) },
    )
  })

  test('end in the same state where devices study without knowing of each other', () => {
    const turns = fc.array(
      fc.record({ device: fc.nat(2), from: fc.nat(2), steps: fc.oneof(fc.constant(undefined), studySteps) }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(turns, (all) => {
        const devices = [openStore(), openStore(), openStore()]
        for (const { device, from, steps } of all) {
          const [here, there] = [devices[device] as Store, devices[from] as Store]
          if (steps === undefined) send(there, here)
          else perform(here, steps.slice(0, 12))
          expect(here.drifted()).toEqual([])
        }
        for (const from of devices) for (const to of devices) send(from, to)
        for (const to of devices) for (const from of devices.toReversed()) send(from, to)
        expect(
          new Set(devices.flatMap((store) => [...store.entries()].map(({ device }) => device))).size,
        ).toBeLessThan(4)
        expect(seen(devices[1] as Store)).toEqual(seen(devices[0] as Store))
        expect(seen(devices[2] as Store)).toEqual(seen(devices[0] as Store))
      }),
      { numRuns: runs(25) },
    )
  })

  test('leave an undo that gives back what was', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.constantFrom(...RATINGS), fc.boolean(), fc.integer({ min: 1, max: 9 * DAY_MS })),
          {
            minLength: 1,
            maxLength: 12,
          },
        ),
        (answers) => {
          const [one, other] = [openStore(), openStore()]
          let at = START
          for (const [rating, isHere, waitMs] of answers) {
            at += waitMs
            answer(isHere ? one : other, CARD, rating, at)
          }
          send(other, one)
          const before = { ...seen(one), entries: [] }
          const { event } = answer(one, CARD, 'again', at + DAY_MS)
          expect(one.undo(event, moment(at + DAY_MS + 1))).toBe(CARD)
          expect({ ...seen(one), entries: [] }).toEqual(before)
        },
      ),
      { numRuns: runs(30) },
    )
  })

  test('place a review again where parameters come between it and its day', () => {
    const [early, late] = [openStore(), openStore()]
    const review = entryOfKind('review', PLACED, START, { rating: 'easy', durationMs: 1 })
    send([review], early)
    const unplaced = dueDayIn(early)
    const placed = entryOfKind('place', PLACED, START + 2, { day: unplaced - 1, reviewedAt: START })
    send([placed], early)
    expect(dueDayIn(early)).toBe(unplaced - 1)
    const parameters = { ...withRetention(INITIAL_PARAMETERS, 0.7).cards }
    const rescheduled = entryOfKind('parameters', 'cards', START + 1, { parameters })
    send([rescheduled], early)
    send([review, rescheduled, placed], late)
    expect(dueDayIn(early)).toBe(unplaced)
    expect(seen(early)).toEqual(seen(late))
  })

  test('count each answer once where one is undone and another given before they meet again', () => {
    const [one, other] = [openStore(), openStore()]
    answer(one, CARD, 'easy', START)
    const { event } = answer(one, CARD, 'good', START + DAY_MS)
    send(one, other)
    one.undo(event, moment(START + DAY_MS + 1))
    answer(one, CARD, 'hard', START + 2 * DAY_MS)
    send(one, other)
    expect(seen(other)).toEqual(seen(one))
    expect(other.history.studiedDays().map(({ reviews }) => reviews)).toEqual([1, 1])
  })

  test('judge a chosen day by what is desired where it stands, also if that arrives later', () => {
    const [one, other] = [openStore(), openStore()]
    answer(one, CARD, 'easy', START, {}, 1)
    const place = [...one.entries()].find(({ kind }) => kind === 'place')
    const parameters = { ...withRetention(INITIAL_PARAMETERS, 0.95).cards }
    const between = {
      ...entryOfKind('parameters', 'cards', START, { parameters }),
      id: `${place?.id.slice(0, 10)}${'0'.repeat(16)}`,
    }
    const due = dueDayOf(one)
    send([...one.entries(), between], other)
    send([between], one)
    expect(seen(one)).toEqual(seen(other))
    expect(one.drifted()).toEqual([])
    expect(dueDayOf(one)).toBe((due ?? 0) - 1)
  })

  test('refuse to undo what another device has built upon', () => {
    const [one, other] = [openStore(), openStore()]
    const { event } = answer(one, CARD, 'good', START)
    send(one, other)
    answer(other, CARD, 'good', START + 60_000)
    send(other, one)
    expect(() => one.undo(event, moment(START + 90_000))).toThrow('adam/a was changed elsewhere since.')
  })

  test('keep what only a newer program understands, and pass it on', () => {
    const [newer, middle, last] = [openStore(), openStore(), openStore()]
    const note = entryOfKind('note', 'adam/a', START, { text: '记', at: [1, null, { deep: true }] })
    const later = {
      ...entryOfKind('review', 'adam/a', START + 1, { rating: 'good', confidence: 3 }),
      version: 3,
    }
    answer(middle, CARD, 'good', START)
    const before = middle.projection()
    expect(send([note, later], middle)).toMatchObject({ added: 2, refused: 0 })
    expect(middle.projection()).toEqual(before)
    expect(middle.drifted()).toEqual([])
    middle.rebuild()
    send(middle, last)
    send(last, newer)
    expect([...newer.entries()].filter(({ id }) => id === note.id || id === later.id)).toEqual([note, later])
  })

  test('that are too long to be held are taken in by a replay', () => {
    const store = openStore()
    const ratings = fc.sample(fc.constantFrom(...RATINGS), { numRuns: 10_100, seed: 7 })
    const entries = ratings.map((rating, at) =>
      entryOfKind('review', `adam/card-${at % 90}`, START + at * 60_000, { rating, durationMs: at }),
    )
    answer(store, CARD, 'good', START)
    expect(send([...entries, ...entries.slice(0, 50)].toReversed(), store)).toEqual({
      added: 10_100,
      known: 50,
      refused: 0,
      refusals: [],
    })
    expect(store.drifted()).toEqual([])
    expect(store.history.studiedDays().reduce((sum, { reviews }) => sum + reviews, 0)).toBe(10_101)
  })

  test('that bring something earlier for most cards are taken in by a replay too', () => {
    const store = openStore()
    const reviews = (rating: string, from: number) =>
      Array.from({ length: 1100 }, (_, at) =>
        entryOfKind('review', `adam/card-${at}`, from + at, { rating, durationMs: at }),
      )
    send(reviews('good', START + DAY_MS), store)
    send(reviews('easy', START), store)
    expect(store.drifted()).toEqual([])
    expect(store.history.studiedDays().map(({ fresh }) => fresh)).toEqual([0, 1100])
  })

  test('never give two events of two devices the same id, even behind an event from the future', () => {
    const [one, other] = [openStore(), openStore()]
    send([entryOfKind('note', '', Date.UTC(2031, 0))], one)
    send(one, other)
    answer(one, CARD, 'good', START)
    answer(other, 'adam/b' as CardId, 'good', START)
    expect(send(other, one)).toMatchObject({ added: 1, known: 1, refused: 0 })
    expect(one.cards().size).toBe(2)
  })
})
