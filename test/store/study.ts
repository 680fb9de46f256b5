import fc from 'fast-check'
import { DAY_MS, type Moment } from '../../src/core/day.ts'
import type { CardChange, EventId } from '../../src/core/event.ts'
import type { CardId, ExerciseId } from '../../src/core/ids.ts'
import { type ParametersByScope, schedulerFor, withRetention } from '../../src/core/parameters-by-scope.ts'
import { RATINGS } from '../../src/core/rating.ts'
import { DEFAULT_WEIGHTS } from '../../src/core/scheduler.ts'
import type { Store } from '../../src/store/create-store.ts'

export const START = Date.UTC(2026, 10, 24, 12)
export const CARDS = ['adam/a', 'adam/b', 'nms/c', 'nms/c#2'] as CardId[]
export const moment = (at: number): Moment => ({ at, offsetMin: 60 })

export function answer(
  store: Store,
  card: CardId,
  rating: (typeof RATINGS)[number],
  at: number,
  mark: { readonly interview?: true } = {},
  daysLater = 0,
) {
  const seen = store.card(card)
  const fuzzed = schedulerFor(store.parameters().cards).next(card, seen.memory, rating, moment(at))
  const wanted =
    fuzzed.kind === 'review' ? { ...fuzzed, dueDay: Math.max(0, fuzzed.dueDay + daysLater) } : fuzzed
  const change = { kind: 'review', rating, durationMs: 1200, ...mark } as const
  const result = store.recordCard(card, change, moment(at), seen, wanted)
  if (result.kind !== 'recorded') throw new Error('stale')
  return result
}

const action = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      card: fc.constantFrom(...CARDS),
      rating: fc.constantFrom(...RATINGS),
      interview: fc.boolean(),
      daysLater: fc.integer({ min: -3, max: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('suspend' as const),
      card: fc.constantFrom(...CARDS),
      suspended: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('bury' as const), card: fc.constantFrom(...CARDS) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('forget' as const), card: fc.constantFrom(...CARDS) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('due' as const),
      card: fc.constantFrom(...CARDS),
      day: fc.integer({ min: 20_000, max: 22_000 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('retention' as const),
      value: fc.constantFrom(0.8, 0.9, 0.95),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('weights' as const), times: fc.constantFrom(0.5, 1, 2) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('attempt' as const),
      verdict: fc.constantFrom('accepted', 'wrong-answer', 'too-slow'),
      tier: fc.constantFrom('pass', 'gold'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('practice' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('interview' as const), hour: fc.nat(2), questions: fc.nat(3) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('hint' as const) }) },
)
/** What a learner may do, and how long it takes; the clock may go back. */
export const studySteps = fc.array(fc.tuple(action, fc.integer({ min: -60_000, max: 6 * DAY_MS })), {
  maxLength: 60,
})

export type StudySteps = typeof studySteps extends fc.Arbitrary<infer T> ? T : never

export function perform(store: Store, steps: StudySteps): void {
  const done: EventId[] = []
  let at = START
  for (const [step, waitMs] of steps) {
    at += waitMs
    const now = moment(at)
    if (step.do === 'answer') {
      const mark = step.interview ? ({ interview: true } as const) : {}
      done.push(answer(store, step.card, step.rating, at, mark, step.daysLater).event)
    }
    const change = changeIn(step)
    if (change !== undefined && 'card' in step) {
      const result = store.recordCard(step.card, change, now, store.card(step.card))
      if (result.kind === 'recorded') done.push(result.event)
    }
    if (step.do === 'undo') {
      const last = done.pop()
      if (last !== undefined) store.undo(last, now)
    }
    if (step.do === 'retention') store.reschedule((before) => withRetention(before, step.value), now)
    if (step.do === 'weights') store.reschedule((before) => withWeights(before, step.times), now)
    if (step.do === 'attempt') {
      store.recordExercise(
        {
          kind: 'attempt',
          exercise: 'adam' as ExerciseId,
          language: 'py',
          outcome: { kind: 'judged', verdict: step.verdict as 'accepted', tier: step.tier as 'pass' },
          ratio: 1.25,
          diagnosis: undefined,
          recalls: [],
          source: 'x = 1',
        },
        now,
      )
    }
    if (step.do === 'practice') {
      store.recordExercise(
        {
          kind: 'practice',
          exercise: 'adam' as ExerciseId,
          language: 'py',
          reason: 'accepted-before',
          outcome: { kind: 'judged', verdict: 'accepted', tier: 'gold' },
          source: 'x = 1',
        },
        now,
      )
    }
    if (step.do === 'interview') {
      const begun = new Date(START + step.hour * 3_600_000).toISOString()
      store.recordInterview({ begun, questions: step.questions, answers: [] }, now)
    }
    if (step.do === 'hint') store.recordExercise({ kind: 'hint', exercise: 'adam' as ExerciseId }, now)
  }
}

/** Of a memory that begins so many times as strong as that of the defaults. */
function withWeights(before: ParametersByScope, times: number): ParametersByScope {
  const weights = DEFAULT_WEIGHTS.map((weight, at) => (at < 4 ? weight * times : weight))
  return { ...before, cards: { ...before.cards, weights } }
}

function changeIn(step: StudySteps[number][0]): CardChange | undefined {
  switch (step.do) {
    case 'suspend':
      return { kind: 'suspend', suspended: step.suspended }
    case 'bury':
      return { kind: 'bury', day: 20_000 }
    case 'forget':
      return { kind: 'forget' }
    case 'due':
      return { kind: 'due', day: step.day }
    default:
      return undefined
  }
}
