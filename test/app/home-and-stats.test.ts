import { expect, test } from 'vitest'
import { answerOne, setSuspended } from '../../src/app/change-card.ts'
import { chooseTopic } from '../../src/app/change-topic.ts'
import { dueAgain, dueInAll } from '../../src/app/count-due.ts'
import { mendClock } from '../../src/app/examine.ts'
import { listKeptBack } from '../../src/app/list-kept-back.ts'
import { listTopics } from '../../src/app/list-topics.ts'
import { lookAhead } from '../../src/app/look-ahead.ts'
import { openSession } from '../../src/app/open-session.ts'
import { summarizeToday } from '../../src/app/summarize-today.ts'
import { WHOLE_QUEUE } from '../../src/app/today-queue.ts'
import { studyDayOf } from '../../src/core/day.ts'
import type { CardChange } from '../../src/core/event.ts'
import type { CardId, ExerciseId } from '../../src/core/ids.ts'
import { remaining } from '../../src/core/session.ts'
import { collectStatistics } from './collect-statistics.ts'
import { daysLater, openTestDeps, type TestDeps } from './open-test-deps.ts'

const note = (id: string) => `## ${id}\nQ: What is ${id}?\nA: ${id}.\n`
const DECKS = {
  adam: ['adam/a', 'adam/b', 'adam/c'].map(note).join('\n'),
  nms: ['nms/a', 'nms/b'].map(note).join('\n'),
  iou: '## iou/ratio\nC: [1: Intersection] over [2: union].\n',
}
const SEEN = ['adam/a', 'adam/b', 'adam/c', 'nms/a'] as CardId[]

function change(deps: TestDeps, card: string, body: CardChange): void {
  deps.store.recordCard(card as CardId, body, deps.now(), deps.store.card(card as CardId))
}

/** Four cards that were learnt a month ago, and so are due. */
function learnt(deps: TestDeps): void {
  for (const card of SEEN) answerOne(deps, card, 'easy')
  daysLater(deps, 30)
}

interface Home {
  readonly what: string
  readonly make: (deps: TestDeps) => void
  readonly due: ReturnType<typeof summarizeToday>['due']
  /** The days behind today, while there is something. */
  readonly later: readonly number[]
}

const NOTHING = { recalled: 0, learning: 0, reviews: 0, fresh: 0 }

const HOMES: readonly Home[] = [
  { what: 'new', make: () => undefined, due: { ...NOTHING, fresh: 6 }, later: [] },
  { what: 'of a month ago', make: learnt, due: { ...NOTHING, reviews: 4, fresh: 2 }, later: [] },
  {
    what: 'with cards on steps of minutes',
    make: (deps) => void answerOne(deps, 'adam/a', 'again'),
    due: { ...NOTHING, learning: 1, fresh: 5 },
    later: [],
  },
  {
    what: 'with an excluded topic, which still comes back',
    make: (deps) => {
      learnt(deps)
      chooseTopic(deps, ['nms'], 'excluded')
    },
    due: { ...NOTHING, reviews: 4, fresh: 1 },
    later: [],
  },
  {
    what: 'with suspended cards, a due one, a new one, and one on steps',
    make: (deps) => {
      learnt(deps)
      answerOne(deps, 'adam/b', 'again')
      for (const card of ['adam/a', 'adam/b', 'nms/b']) setSuspended(deps, card, true)
    },
    due: { ...NOTHING, reviews: 2, fresh: 1 },
    later: [],
  },
  {
    what: 'with a leech',
    make: (deps) => {
      learnt(deps)
      for (let lapses = 0; lapses < 8; lapses++) {
        answerOne(deps, 'adam/a', 'again')
        daysLater(deps, 1)
        answerOne(deps, 'adam/a', 'good')
        daysLater(deps, 30)
      }
    },
    due: { ...NOTHING, reviews: 3, fresh: 2 },
    later: [],
  },
  {
    what: 'with a buried card, which comes tomorrow',
    make: (deps) => {
      learnt(deps)
      change(deps, 'adam/a', { kind: 'bury', day: studyDayOf(deps.now()) })
    },
    due: { ...NOTHING, reviews: 3, fresh: 2 },
    later: [1],
  },
  {
    what: 'with two cards of one note due, of which one comes tomorrow',
    make: (deps) => {
      answerOne(deps, 'iou/ratio', 'easy')
      answerOne(deps, 'iou/ratio#2', 'easy')
      daysLater(deps, 30)
    },
    due: { ...NOTHING, reviews: 1, fresh: 5 },
    later: [1],
  },
  {
    what: 'with cards of decks that are gone',
    make: (deps) => {
      learnt(deps)
      for (const card of ['adam/gone', 'old/a'])
        change(deps, card, { kind: 'review', rating: 'easy', durationMs: 1 })
      change(deps, 'old/b', { kind: 'review', rating: 'again', durationMs: 1 })
      daysLater(deps, 30)
    },
    due: { ...NOTHING, reviews: 4, fresh: 2 },
    later: [],
  },
  {
    what: 'most of whose cards are of decks that are gone',
    make: (deps) => {
      for (let at = 0; at < 20; at++)
        change(deps, `old/${at}`, { kind: 'review', rating: 'easy', durationMs: 1 })
      learnt(deps)
    },
    due: { ...NOTHING, reviews: 4, fresh: 2 },
    later: [],
  },
  {
    what: 'with less a day than is due, where the rest waits for the next days',
    make: (deps) => {
      learnt(deps)
      deps.store.configure('reviews-per-day', '1', deps.now())
      deps.store.configure('new-per-day', '1', deps.now())
    },
    due: { ...NOTHING, reviews: 1, fresh: 1 },
    later: [1, 1, 1],
  },
  {
    what: 'on a day whose limits are reached',
    make: (deps) => {
      learnt(deps)
      deps.store.configure('reviews-per-day', '2', deps.now())
      deps.store.configure('new-per-day', '0', deps.now())
      answerOne(deps, 'adam/a', 'easy')
      answerOne(deps, 'adam/b', 'easy')
    },
    due: NOTHING,
    later: [2],
  },
  {
    what: 'with cards that a failed attempt brought back, due, not due and new',
    make: (deps) => {
      learnt(deps)
      answerOne(deps, 'adam/b', 'easy')
      daysLater(deps, 1)
      const recalls = ['adam/a', 'adam/b', 'nms/b'] as CardId[]
      const outcome = { kind: 'judged', verdict: 'wrong-answer', tier: 'none' } as const
      const attempt = { kind: 'attempt', exercise: 'adam' as ExerciseId, language: 'py', outcome } as const
      deps.store.recordExercise({ ...attempt, recalls, source: '' }, deps.now())
    },
    due: { ...NOTHING, recalled: 3, reviews: 2, fresh: 1 },
    later: [],
  },
]

test.each(HOMES)('home, progress and topics count the same: a home $what', ({ make, due, later }) => {
  const deps = openTestDeps(DECKS)
  make(deps)
  const home = summarizeToday(deps)
  const stats = collectStatistics(deps)

  expect(home.due).toEqual(due)
  expect(stats.due).toEqual(due)
  const whole = { ...WHOLE_QUEUE, limit: undefined, mode: 'scheduled' } as const
  expect(remaining(openSession(deps, whole, deps.now()))).toBe(dueInAll(due))
  expect(stats.forecast[0]?.cards).toBe(dueAgain(due))
  expect(listTopics(deps).reduce((sum, topic) => sum + topic.due, 0)).toBe(dueAgain(due))
  expect(stats.forecast.slice(1, 1 + later.length).map(({ cards }) => cards)).toEqual(later)

  expect(home.reviewedToday).toBe(stats.today.reviews)
  expect(home.streak).toBe(stats.total.streak)
  expect(home.cards).toBe(stats.decks.reduce((sum, { total }) => sum + total, 0))
  const recall = stats.decks.reduce((sum, deck) => sum + deck.recall * deck.total, 0) / home.cards
  expect(home.readiness.recall).toBeCloseTo(recall, 6)

  const marked = listKeptBack(deps)
  const marks = {
    suspended: marked.filter(({ suspended }) => suspended).length,
    leeches: marked.filter(({ leech }) => leech).length,
  }
  expect(home.marks).toEqual(marks)
  expect(stats).toMatchObject(marks)
})

test('what the end of a session says of tomorrow is what the progress says of it', () => {
  const deps = openTestDeps(DECKS)
  learnt(deps)
  deps.store.configure('reviews-per-day', '3', deps.now())
  deps.store.configure('new-per-day', '0', deps.now())
  for (const card of ['adam/a', 'adam/b', 'adam/c']) answerOne(deps, card, 'easy')
  expect(collectStatistics(deps).forecast[1]?.cards).toBe(1)
  expect(lookAhead(deps, []).tomorrow).toBe(1)
})

test('a day with an attempt alone keeps the streak and is no day of reviews', () => {
  const deps = openTestDeps(DECKS)
  answerOne(deps, 'adam/a', 'good')
  daysLater(deps, 1)
  const outcome = { kind: 'judged', verdict: 'wrong-answer', tier: 'none' } as const
  const attempt = { kind: 'attempt', exercise: 'adam' as ExerciseId, language: 'py', outcome } as const
  deps.store.recordExercise({ ...attempt, recalls: [], source: '' }, deps.now())

  expect(collectStatistics(deps).total).toMatchObject({ reviews: 1, days: 1, streak: 2 })
})

test.each([
  ['behind by days', -12.2, 12],
  ['behind by hours', -0.9, undefined],
  ['ahead', 3, undefined],
])('home tells of a clock that is %s', (_, days, behind) => {
  const deps = openTestDeps(DECKS)
  expect(summarizeToday(deps).daysBehind).toBeUndefined()
  answerOne(deps, 'adam/a', 'good')
  daysLater(deps, days)
  expect(summarizeToday(deps).daysBehind).toBe(behind)
  answerOne(deps, 'adam/b', 'good')
  expect(summarizeToday(deps).daysBehind).toBe(behind)
  mendClock(deps)
  expect(summarizeToday(deps).daysBehind).toBeUndefined()
})
