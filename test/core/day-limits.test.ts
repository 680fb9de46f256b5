import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ALLOWED_NEW_CARDS,
  allowedOn,
  type DayFacts,
  type DueCard,
  limitsFor,
  type PlannedCards,
  reviewsOfComingDay,
} from '../../src/core/day-limits.ts'
import { NOTHING_DONE } from '../../src/core/day-totals.ts'
import type { CardId } from '../../src/core/ids.ts'
import { INITIAL_PARAMETERS, schedulerFor } from '../../src/core/parameters-by-scope.ts'

const TODAY = 20_000

const settingsWith = (newCards: number, reviews: number, minutes: number) => ({
  'new-per-day': newCards,
  'reviews-per-day': reviews,
  'minutes-per-day': minutes,
})

const neverAsked = (): never => {
  throw new Error('The time was asked for.')
}

const FACTS: DayFacts = {
  day: TODAY,
  settings: settingsWith(7, 90, 0),
  texts: new Map(),
  wanted: undefined,
  totals: NOTHING_DONE,
  time: neverAsked,
  plan: undefined,
  scheduler: schedulerFor(INITIAL_PARAMETERS.cards),
}

const allowing = (newCards: number, day = TODAY) => new Map([[ALLOWED_NEW_CARDS, allowedOn(day, newCards)]])

const dueCard = (name: string, lastDay: number, stability: number): DueCard => ({
  card: `deck/${name}` as CardId,
  lastDay,
  stability,
})

const DUE = [
  dueCard('a-month-a-day-late', TODAY - 31, 30),
  dueCard('two-days-a-day-late', TODAY - 3, 2),
  dueCard('a-week-on-its-day', TODAY - 7, 7),
]

const freshCards = (count: number) =>
  new Set(Array.from({ length: count }, (_, at) => `new/card-${at}` as CardId))

const PLAN: PlannedCards = { fresh: freshCards(4), again: DUE }

/** Three new cards and five that were due, in six minutes. */
const DONE = { ...NOTHING_DONE, reviews: 11, durationMs: 360_000, fresh: 3, young: 4, mature: 1 }

/** A minute a card that is due, two a new one. */
const TIME = {
  due: 10,
  takes: { due: 1, fresh: 2 },
  exercises: { spentMinutes: 3, waitingMinutes: 5 },
}

const QUARTER = { settings: settingsWith(7, 90, 15), time: () => TIME }
const LONG = { settings: settingsWith(7, 90, 40), time: () => TIME }

describe('what a day may hold', () => {
  test.each<[string, Partial<DayFacts>, { newCards: number; reviews: number; isChosen?: true }]>([
    ['the settings say', {}, { newCards: 7, reviews: 90 }],
    ['the settings say for the whole of it', { totals: DONE }, { newCards: 7, reviews: 90 }],
    ['the session wants', { wanted: 0 }, { newCards: 0, reviews: 90 }],
    ['the learner allowed', { texts: allowing(17) }, { newCards: 17, reviews: 90 }],
    ['is no less for what the learner allowed', { texts: allowing(3) }, { newCards: 7, reviews: 90 }],
    ['is not what was allowed yesterday', { texts: allowing(17, TODAY - 1) }, { newCards: 7, reviews: 90 }],
    [
      'is not what cannot be read',
      { texts: new Map([[ALLOWED_NEW_CARDS, 'of tomorrow']]) },
      { newCards: 7, reviews: 90 },
    ],
    [
      'the session wants, and not what was allowed',
      { texts: allowing(17), wanted: 2 },
      { newCards: 2, reviews: 90 },
    ],
    ['the minutes have no more room for', { ...QUARTER }, { newCards: 0, reviews: 12 }],
    ['many minutes have room for', { ...LONG }, { newCards: 7, reviews: 37 }],
    ['what was done leaves of the minutes', { ...LONG, totals: DONE }, { newCards: 7, reviews: 36 }],
    ['was allowed beyond the minutes', { ...QUARTER, texts: allowing(10) }, { newCards: 10, reviews: 12 }],
    ['a plan wants', { plan: PLAN }, { newCards: 4, reviews: Infinity, isChosen: true }],
    ['a plan still wants', { plan: PLAN, totals: DONE }, { newCards: 7, reviews: Infinity, isChosen: true }],
    [
      'a plan wants, however few minutes',
      { ...QUARTER, time: neverAsked, plan: PLAN },
      { newCards: 4, reviews: Infinity, isChosen: true },
    ],
    ['was allowed beyond a plan', { plan: PLAN, texts: allowing(5) }, { newCards: 5, reviews: Infinity }],
    [
      'was allowed and a plan wants anyway',
      { plan: PLAN, texts: allowing(4) },
      { newCards: 4, reviews: Infinity, isChosen: true },
    ],
    ['the session wants beside a plan', { plan: PLAN, wanted: 4 }, { newCards: 4, reviews: Infinity }],
  ])('%s', (_, facts, { newCards, reviews, isChosen }) => {
    const limits = limitsFor({ ...FACTS, ...facts })
    expect(limits).toMatchObject({ newCards, reviews })
    expect(limits.only).toBe(isChosen && PLAN.fresh)
    expect(limits.again).toBe(facts.plan?.again)
  })
})

const count = fc.nat(60)
const totals = fc
  .record({ fresh: count, young: count, mature: count, durationMs: fc.nat(7_200_000) })
  .map((some) => ({ ...NOTHING_DONE, ...some, reviews: some.fresh + some.young + some.mature }))
const settings = fc.tuple(count, count, fc.nat(120)).map((values) => settingsWith(...values))
const minutesEach = fc.double({ min: 0.01, max: 5, noNaN: true })
const time = fc.record({
  due: count,
  takes: fc.record({ due: minutesEach, fresh: minutesEach }),
  exercises: fc.record({ spentMinutes: fc.nat(60), waitingMinutes: fc.nat(60) }),
})
const facts = fc
  .record({
    settings,
    totals,
    time: time.map((value) => () => value),
    texts: fc
      .option(count, { nil: undefined })
      .map((more) => (more === undefined ? new Map() : allowing(more))),
  })
  .map((some): DayFacts => ({ ...FACTS, ...some }))

describe('whatever the day was like', () => {
  test('a plan asks for what it still wants, and for nothing that the settings say', () => {
    fc.assert(
      fc.property(facts, settings, fc.nat(20), (some, others, wanted) => {
        const plan = { fresh: freshCards(wanted), again: DUE }
        const { order: _, ...limits } = limitsFor({ ...some, plan, time: neverAsked })
        const { order: __, ...same } = limitsFor({ ...some, plan, time: neverAsked, settings: others })
        expect(same).toEqual(limits)
        if (limits.only !== undefined) expect(limits.newCards - limits.done.newCards).toBe(wanted)
        else expect(limits.newCards - limits.done.newCards).toBeGreaterThan(wanted)
      }),
    )
  })

  test('minutes allow no more than the settings do without them, and more minutes no less', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 1, max: 120 }), fc.nat(120), (some, minutes, more) => {
        const within = (perDay: number) =>
          limitsFor({ ...some, settings: { ...some.settings, 'minutes-per-day': perDay } })
        const [few, many, none] = [within(minutes), within(minutes + more), within(0)]
        expect(few.newCards).toBeLessThanOrEqual(none.newCards)
        expect(few.reviews).toBeLessThanOrEqual(many.reviews)
        expect(many.reviews).toBeLessThanOrEqual(none.reviews)
      }),
    )
  })

  test('the session has the last word on new cards, and none on reviews', () => {
    fc.assert(
      fc.property(facts, count, fc.boolean(), (some, wanted, isPlanned) => {
        const day = { ...some, plan: isPlanned ? PLAN : undefined }
        const limits = limitsFor({ ...day, wanted })
        expect(limits).toMatchObject({ newCards: wanted, only: undefined, reviews: limitsFor(day).reviews })
      }),
    )
  })

  test('a day to come has as many reviews as one on which nothing was done yet', () => {
    fc.assert(
      fc.property(settings, time, (values, { takes, due }) => {
        const exercises = { spentMinutes: 0, waitingMinutes: 0 }
        const morning = { ...FACTS, settings: values, time: () => ({ takes, due, exercises }) }
        expect(reviewsOfComingDay(values, () => takes)).toBe(limitsFor(morning).reviews)
      }),
    )
  })
})

test('the relatively most overdue card comes first, unless a plan has put them in order', () => {
  const names = (cards: readonly DueCard[]) => cards.map(({ card }) => card)
  expect(names(limitsFor(FACTS).order(DUE))).toEqual([
    'deck/two-days-a-day-late',
    'deck/a-month-a-day-late',
    'deck/a-week-on-its-day',
  ])
  expect(limitsFor({ ...FACTS, plan: PLAN }).order(DUE)).toEqual(DUE)
})
