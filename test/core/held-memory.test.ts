import { expect, test } from 'vitest'
import { DAY_MS } from '../../src/core/day.ts'
import type { Event } from '../../src/core/event.ts'
import { createGathering } from '../../src/core/fit/gather-histories.ts'
import { foldLog } from '../../src/core/fold.ts'
import type { CardId } from '../../src/core/ids.ts'
import { INITIAL_PARAMETERS, schedulerFor } from '../../src/core/parameters-by-scope.ts'
import { usableWeights } from '../../src/core/scheduler.ts'

const START = Date.UTC(2026, 0, 1, 12)
const card = 'a/b' as CardId
const PARAMETERS = INITIAL_PARAMETERS.cards
const weights = usableWeights(
  PARAMETERS.weights.map((weight) => weight * 1.1),
  PARAMETERS.steps,
)

let count = 0
const on = (day: number, body: object) =>
  ({
    id: String(++count).padStart(5, '0'),
    device: 'd',
    at: START + day * DAY_MS,
    offsetMin: 0,
    ...body,
  }) as Event
const review = (day: number) => on(day, { kind: 'review', card, rating: 'good', durationMs: 0 })
const held = (day: number, whole: boolean) =>
  on(day, { kind: 'memory', card, stability: 50, difficulty: 6, reps: 9, lapses: 2, whole })
const reweighed = (day: number) =>
  on(day, { kind: 'parameters', scope: 'cards', parameters: { ...PARAMETERS, weights } })
const memoryAfter = (events: readonly Event[]) => {
  const memory = foldLog(events).cards.get(card)?.memory
  if (memory === undefined || memory.kind === 'new') throw new Error('never seen')
  return memory
}

test('it stands as it was held, from the day of its last review, and goes on from there', () => {
  const before = [review(0), held(5, false)]
  expect(memoryAfter(before)).toMatchObject({
    kind: 'review',
    stability: 50,
    difficulty: 6,
    reps: 9,
    lapses: 2,
  })
  const { strengthen } = schedulerFor(PARAMETERS)
  const after = memoryAfter([...before, review(25)])
  expect(after).toMatchObject({ ...strengthen({ stability: 50, difficulty: 6 }, 20, 'good'), reps: 10 })
})

test('of a whole history other weights make anew what it is; a cut one goes on from what was held', () => {
  const { strengthen } = schedulerFor({ ...PARAMETERS, weights })
  const replayed = strengthen(strengthen(undefined, 0, 'good'), 5, 'good')
  const whole = memoryAfter([review(0), review(5), held(5, true), reweighed(9)])
  expect(whole).toMatchObject(replayed)
  const cut = memoryAfter([review(0), review(5), held(5, false), review(25), reweighed(30)])
  expect(cut).toMatchObject(strengthen({ stability: 50, difficulty: 6 }, 20, 'good'))
})

test('nothing is fitted on what followed a history that was cut off', () => {
  const historiesOf = (events: readonly Event[]) => {
    const gathering = createGathering()
    for (const event of events) gathering.add(event)
    return gathering.result().histories.map((history) => history.length)
  }
  expect(historiesOf([review(0), held(1, false), review(9)])).toEqual([])
  expect(historiesOf([review(0), held(1, true), review(9)])).toEqual([2])
  expect(historiesOf([held(1, false), on(2, { kind: 'forget', card }), review(9)])).toEqual([1])
})
