import { expect, test } from 'vitest'
import { forecastWorkload } from '../../src/app/forecast-workload.ts'
import type { Exercise } from '../../src/core/exercise.ts'
import type { CardId } from '../../src/core/ids.ts'
import { openTestDeps } from './open-test-deps.ts'

const DECK = ['a', 'b', 'c', 'd'].map((id) => `## deck/${id}\nQ: What is ${id}?\nA: That.\n`).join('\n')

test('the forecast starts from the cards as they stand, at the learner’s pace, and changes nothing', () => {
  const deps = openTestDeps({ deck: DECK })
  const { store, now } = deps
  const review = { kind: 'review', rating: 'easy', durationMs: 230_000 } as const
  for (const id of ['deck/a', 'deck/b'] as CardId[]) store.recordCard(id, review, now(), store.card(id))
  store.recordCard(
    'deck/b' as CardId,
    { kind: 'suspend', suspended: true },
    now(),
    store.card('deck/b' as CardId),
  )
  const events = store.countEvents()
  const { answerMs, days, workloads } = forecastWorkload(deps, { days: 60, newCards: 1 })
  // The mean of two of 230 s and of twenty of 10 s that are guessed.
  expect([answerMs, days, store.countEvents()]).toEqual([30_000, 60, events])
  expect(workloads.map(({ retention }) => retention)).toEqual(
    Array.from({ length: 18 }, (_, at) => (80 + at) / 100),
  )
  // One is suspended; one was seen; two are met.
  expect(new Set(workloads.map(({ seen }) => seen))).toEqual(new Set([3]))
})

test('exercises count as what they take, and new ones come as often as they did', () => {
  const made = openTestDeps({ deck: DECK })
  const [tried, other] = ['adam', 'nms'].map(
    (id) => ({ id, minutes: 30, prerequisites: [] }) as unknown as Exercise,
  )
  if (tried === undefined || other === undefined) throw new Error('two exercises')
  const exercises = new Map([tried, other].map((one) => [one.id, one]))
  const deps = { ...made, content: { ...made.content, exercises } }
  const minutesIn = (days: number) =>
    (forecastWorkload(deps, { days }).workloads[10]?.exerciseMinutesADay ?? 0) * days
  expect(minutesIn(200)).toBe(0)
  const outcome = { kind: 'judged', verdict: 'accepted', tier: 'pass' } as const
  deps.store.recordExercise(
    { kind: 'attempt', exercise: tried.id, language: 'py', outcome, recalls: [], source: 'x' },
    deps.now(),
  )
  expect(minutesIn(1)).toBe(0)
  // It comes back soon; the other is begun on the ninetieth day.
  expect(minutesIn(30)).toBeGreaterThanOrEqual(30)
  expect(minutesIn(200)).toBeGreaterThanOrEqual(minutesIn(89) + 30)
})
