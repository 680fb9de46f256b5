import { describe, expect, test } from 'vitest'
import type { Event } from '../../src/core/event.ts'
import { foldLog } from '../../src/core/fold.ts'
import type { CardId, ExerciseId } from '../../src/core/ids.ts'
import { NEW } from '../../src/core/memory.ts'
import { INITIAL_PARAMETERS, withRetention } from '../../src/core/parameters-by-scope.ts'
import { areWeights, createScheduler, DEFAULT_WEIGHTS } from '../../src/core/scheduler.ts'

const NOON = { at: Date.UTC(2026, 10, 24, 12), offsetMin: 0 }
const CARD = 'adam/a' as CardId
const OTHER = 'adam/b' as CardId
const EXERCISE = 'adam' as ExerciseId

type Body = Pick<Event, 'kind'> & { readonly [name: string]: unknown }

/** A log, an event an hour. */
function logOf(...bodies: readonly Body[]): readonly Event[] {
  return bodies.map(
    (body, hour) =>
      ({ ...body, ...NOON, id: `${hour}`, device: 'd', at: NOON.at + hour * 3_600_000 }) as Event,
  )
}

const easy = (card: CardId): Body => ({ kind: 'review', card, rating: 'easy', durationMs: 1 })
const accepted: Body = {
  kind: 'attempt',
  exercise: EXERCISE,
  language: 'py',
  outcome: { kind: 'judged', verdict: 'accepted', tier: 'gold' },
  recalls: [],
  source: '',
}
const strict = withRetention(INITIAL_PARAMETERS, 0.97).cards

describe('scheduling parameters', () => {
  test('hold from where their event stands, for their scope alone', () => {
    const { cards, exercises, parameters } = foldLog(
      logOf(easy(CARD), { kind: 'parameters', scope: 'cards', parameters: strict }, easy(OTHER), accepted),
    )
    const memoryAt = (values: typeof strict, hour: number, id: string) =>
      createScheduler(values).next(id, NEW, 'easy', { ...NOON, at: NOON.at + hour * 3_600_000 })
    expect(cards.get(CARD)?.memory).toEqual(memoryAt(INITIAL_PARAMETERS.cards, 0, CARD))
    expect(cards.get(OTHER)?.memory).toEqual(memoryAt(strict, 2, OTHER))
    expect(exercises.get(EXERCISE)?.memory).toEqual(memoryAt(INITIAL_PARAMETERS.exercises, 3, EXERCISE))
    expect(parameters).toEqual({ ...INITIAL_PARAMETERS, cards: strict })
  })

  test('with other weights make of each whole history what is remembered, and let the days stay', () => {
    const weights = DEFAULT_WEIGHTS.map((weight, at) => (at < 4 ? weight / 2 : weight))
    const fitted: Body = {
      kind: 'parameters',
      scope: 'cards',
      parameters: { ...INITIAL_PARAMETERS.cards, weights },
    }
    const before = [easy(CARD), easy(OTHER), easy(OTHER)]
    const states = (...bodies: readonly Body[]) => foldLog(logOf(...bodies)).cards
    const [old, now, always] = [states(...before), states(...before, fitted), states(fitted, ...before)]
    for (const card of [CARD, OTHER]) {
      const [was, is, would] = [old, now, always].map((cards) => cards.get(card)?.memory)
      if (was?.kind !== 'review' || is?.kind !== 'review' || would?.kind !== 'review')
        throw new Error('not due')
      expect([is.stability, is.difficulty]).toEqual([would.stability, would.difficulty])
      expect(is.stability).not.toBe(was.stability)
      expect({ ...is, stability: was.stability, difficulty: was.difficulty }).toEqual(was)
    }
  })

  test('come from a setting in logs of older programs, an unreadable text counting as none', () => {
    const retention = (value: string): Body => ({ kind: 'config', key: 'retention', value })
    const read = (...values: readonly string[]) => foldLog(logOf(...values.map(retention)))
    expect(read('0.8').parameters).toEqual(withRetention(INITIAL_PARAMETERS, 0.8))
    expect(read('0.8', 'high').parameters).toEqual(INITIAL_PARAMETERS)
    expect([...read('0.8').settings]).toEqual([])
  })

  test('say after how many minutes a card comes again', () => {
    const steps = { learning: [3, 25], relearning: [7] }
    const scheduler = createScheduler({ ...INITIAL_PARAMETERS.cards, steps })
    const first = scheduler.next(CARD, NEW, 'again', NOON)
    const second = scheduler.next(CARD, first, 'good', NOON)
    expect([first, second].map((memory) => 'due' in memory && (memory.due - NOON.at) / 60_000)).toEqual([
      3, 25,
    ])
    const learnt = scheduler.next(CARD, NEW, 'easy', NOON)
    const lapsed = scheduler.next(CARD, learnt, 'again', { ...NOON, at: NOON.at + 9 * 86_400_000 })
    expect('due' in lapsed && (lapsed.due - lapsed.lastReview) / 60_000).toBe(7)
  })

  test('take weights of the model as they are, and no others', () => {
    const { steps } = INITIAL_PARAMETERS.cards
    const changed = (at: number, weight: number) =>
      DEFAULT_WEIGHTS.map((old, index) => (index === at ? weight : old))
    expect(areWeights(DEFAULT_WEIGHTS, steps)).toBe(true)
    expect(areWeights(DEFAULT_WEIGHTS, INITIAL_PARAMETERS.exercises.steps)).toBe(true)
    expect(areWeights(changed(4, 7.5), steps)).toBe(true)
    expect(areWeights(changed(4, 11), steps)).toBe(false)
    expect(areWeights(changed(20, 0), steps)).toBe(false)
    expect(areWeights(changed(0, Number.NaN), steps)).toBe(false)
    expect(areWeights(changed(0, Number.POSITIVE_INFINITY), steps)).toBe(false)
    expect(areWeights(DEFAULT_WEIGHTS.slice(0, 19), steps)).toBe(false)
  })
})
