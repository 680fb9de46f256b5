import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acceptEvents } from '../../src/app/accept-events.ts'
import { type CardState, isShownOn } from '../../src/core/card-state.ts'
import { DAY_MS, type Moment, type StudyDay, studyDayOf } from '../../src/core/day.ts'
import { addTotals, type DayTotals, NOTHING_DONE, totalsOfReview } from '../../src/core/day-totals.ts'
import type { CardId } from '../../src/core/ids.ts'
import { isDue } from '../../src/core/memory.ts'
import { schedulerFor } from '../../src/core/parameters-by-scope.ts'
import type { Agenda } from '../../src/core/queue.ts'
import { createRandom } from '../../src/core/random.ts'
import { RATINGS } from '../../src/core/rating.ts'
import { createStore, type Store } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { runs } from '../seed.ts'

const CARDS = ['adam/a', 'adam/b', 'nms/c', 'nms/c#2', 'iou/d'] as CardId[]
const START: Moment = { at: Date.UTC(2026, 10, 24, 12), offsetMin: 60 }

const step = fc.record({
  card: fc.constantFrom(...CARDS),
  change: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...RATINGS) },
    { weight: 1, arbitrary: fc.constantFrom('suspend' as const, 'take up' as const, 'bury' as const) },
    { weight: 2, arbitrary: fc.constant('undo' as const) },
  ),
  waitMs: fc.oneof(fc.nat(15 * 60_000), fc.nat(40 * DAY_MS)),
})

interface Outcome {
  readonly store: Store
  readonly now: Moment
  readonly days: ReadonlyMap<StudyDay, DayTotals>
}

/** Also adds up what was done, as it is done. */
function live(steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[]): Outcome {
  const store = createStore(openDatabase(':memory:'))
  const days = new Map<StudyDay, DayTotals>()
  const done: { event: string; day: StudyDay; totals: DayTotals }[] = []
  const add = (day: StudyDay, totals: DayTotals, sign: 1 | -1) =>
    days.set(day, addTotals(days.get(day) ?? NOTHING_DONE, totals, sign))
  let now = START
  for (const { card, change, waitMs } of steps) {
    now = { ...now, at: now.at + waitMs }
    const day = studyDayOf(now)
    if (change === 'undo') {
      const last = done.pop()
      if (last === undefined) continue
      store.undo(last.event, now)
      add(last.day, last.totals, -1)
      continue
    }
    const before = store.card(card)
    const body =
      change === 'bury'
        ? ({ kind: 'bury', day } as const)
        : change === 'suspend' || change === 'take up'
          ? ({ kind: 'suspend', suspended: change === 'suspend' } as const)
          : ({ kind: 'review', rating: change, durationMs: 1200.4 } as const)
    const recorded = store.recordCard(card, body, now, before)
    if (recorded.kind !== 'recorded') throw new Error('stale')
    const totals =
      body.kind === 'review'
        ? totalsOfReview(before.memory, { rating: body.rating, durationMs: body.durationMs })
        : NOTHING_DONE
    add(day, totals, 1)
    done.push({ event: recorded.event, day, totals })
  }
  return { store, now, days }
}

/** The same by looking at every state. */
function agendaOf(states: ReadonlyMap<CardId, CardState>, day: StudyDay): Agenda {
  const all = [...states].map(([card, state]) => ({ card, ...state }))
  const shown = all.filter((state) => isShownOn(state, day))
  const idsWhere = (test: (state: (typeof all)[number]) => boolean) =>
    all.filter(test).map(({ card }) => card)
  return {
    learning: shown.flatMap(({ card, memory }) =>
      'due' in memory ? [{ card, due: memory.lastDay > day + 1 ? 0 : memory.due }] : [],
    ),
    due: shown.flatMap(({ card, memory }) =>
      memory.kind === 'review' && isDue(memory, day)
        ? [{ card, lastDay: memory.lastDay, stability: memory.stability }]
        : [],
    ),
    recalls: [],
    reviewed: idsWhere(({ memory }) => memory.kind !== 'new' && memory.lastDay === day),
    hidden: new Set(idsWhere((state) => state.memory.kind === 'new' && !isShownOn(state, day))),
  }
}

const sorted = ({ learning, due, reviewed, ...rest }: Agenda) => ({
  ...rest,
  learning: learning.toSorted((one, other) => one.card.localeCompare(other.card)),
  due: due.toSorted((one, other) => one.card.localeCompare(other.card)),
  reviewed: reviewed.toSorted(),
})

test('what a day asks for is found by index as by looking at every state', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: -30, max: 30 }), (steps, ahead) => {
      const { store, now } = live(steps)
      for (const day of [studyDayOf(now), studyDayOf(now) + ahead]) {
        expect(sorted(store.agenda(day))).toEqual(sorted(agendaOf(store.cards(), day)))
        const seen = [...store.cards()]
          .filter(([, { memory }]) => memory.kind !== 'new')
          .map(([card]) => card)
        expect(store.seen.all()).toEqual(new Set(seen))
        expect(store.seen.count()).toBe(seen.length)
        const some = CARDS.slice(1, 4)
        expect(store.seen.among(some)).toEqual(new Set(seen.filter((card) => some.includes(card))))
        const kept = [...store.cards()].filter(([, state]) => !isShownOn(state, day)).map(([card]) => card)
        expect([...store.keptBack(day)].sort()).toEqual(kept.sort())
      }
      store.close()
    }),
    { numRuns: runs(60) },
  )
})

test('sums over tables are those of the states and events, one by one', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.nat(100), (steps, ahead) => {
      const { store, now, days } = live(steps)
      const { retrievability, forgetting } = schedulerFor(store.parameters().cards)
      const states = store.cards()
      const day = studyDayOf(now) + ahead
      const recall = (cards: readonly CardId[]) =>
        cards.reduce((sum, card) => sum + retrievability(store.card(card).memory, day), 0)
      expect(store.memories.recallOfAll(day, forgetting)).toBeCloseTo(recall(CARDS), 6)
      expect(store.memories.recallOf(CARDS.slice(2), day, forgetting)).toBeCloseTo(recall(CARDS.slice(2)), 6)
      expect(store.memories.marks()).toEqual({
        leeches: [...states.values()].filter(({ leech }) => leech).length,
        suspended: [...states.values()].filter(({ suspended }) => suspended).length,
      })
      const studied = [...days].filter(([, { reviews }]) => reviews > 0)
      expect(store.history.studiedDays()).toEqual(
        studied.sort(([one], [other]) => other - one).map(([day, totals]) => ({ day, ...totals })),
      )
      for (const [day, totals] of days) expect(store.history.totalsOn(day)).toMatchObject(totals)
      store.close()
    }),
    { numRuns: runs(60) },
  )
})

test('both are the same where the log arrived in pieces, in any order and twice', () => {
  const cuts = fc.integer({ min: 1, max: 20 })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), cuts, fc.string(), (steps, size, seed) => {
      const { store, now, days } = live(steps)
      const other = createStore(openDatabase(':memory:'))
      const random = createRandom(seed)
      const entries = random.shuffle([...store.entries()])
      for (let from = 0; from < entries.length; from += size) {
        acceptEvents({ store: other }, entries.slice(Math.max(0, from - random.int(0, 3)), from + size))
      }
      const day = studyDayOf(now) + 1
      expect(sorted(other.agenda(day))).toEqual(sorted(store.agenda(day)))
      expect(other.memories.marks()).toEqual(store.memories.marks())
      expect(other.history.studiedDays()).toEqual(store.history.studiedDays())
      for (const [day, totals] of days) expect(other.history.totalsOn(day)).toMatchObject(totals)
      expect(other.drifted()).toEqual([])
      store.close()
      other.close()
    }),
    { numRuns: runs(40) },
  )
})
