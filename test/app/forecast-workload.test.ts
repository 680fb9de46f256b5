import { expect, test } from 'vitest'
import { forecastWorkload } from '../../src/app/forecast-workload.ts'
import type { CardId } from '../../src/core/ids.ts'
import { openTestDeps } from './open-test-deps.ts'

const DECK = ['a', 'b', 'c', 'd'].map((id) => `## deck/${id}\nQ: What is ${id}?\nA: That.\n`).join('\n')

test('the forecast starts from the cards as they stand, at the learner’s pace, and changes nothing', () => {
  const deps = openTestDeps({ deck: DECK })
  const { store, now } = deps
  const review = { kind: 'review', rating: 'easy', durationMs: 30_000 } as const
  for (const id of ['deck/a', 'deck/b'] as CardId[]) store.recordCard(id, review, now(), store.card(id))
  store.recordCard(
    'deck/b' as CardId,
    { kind: 'suspend', suspended: true },
    now(),
    store.card('deck/b' as CardId),
  )
  const events = store.countEvents()
  const { answerMs, days, workloads } = forecastWorkload(deps, { days: 60, newCards: 1 })
  expect([answerMs, days, store.countEvents()]).toEqual([30_000, 60, events])
  expect(workloads.map(({ retention }) => retention)).toEqual(
    Array.from({ length: 18 }, (_, at) => (80 + at) / 100),
  )
  // One is suspended; one was seen; two are met.
  expect(new Set(workloads.map(({ seen }) => seen))).toEqual(new Set([3]))
})
