import { describe, expect, test } from 'vitest'
import { DAY_MS, type Moment } from '../../src/core/day.ts'
import {
  type AttemptOutcome,
  afterAttempt,
  afterHint,
  type ExerciseState,
  effectOf,
  hintsInRound,
  UNSEEN_EXERCISE,
} from '../../src/core/exercise-state.ts'
import { INITIAL_PARAMETERS, schedulerFor } from '../../src/core/parameters-by-scope.ts'
import type { Tier, VerdictKind } from '../../src/core/verdict.ts'

const scheduler = schedulerFor(INITIAL_PARAMETERS.exercises)
const NOW: Moment = { at: Date.UTC(2026, 10, 24, 12), offsetMin: 0 }
const judged = (verdict: VerdictKind, tier: Tier = 'none'): AttemptOutcome => ({
  kind: 'judged',
  verdict,
  tier,
})
const submitted = (state: ExerciseState, outcome: AttemptOutcome, now = NOW) =>
  afterAttempt('adam', state, outcome, now, scheduler)

describe('the rating of an attempt', () => {
  const failedOnce = submitted(UNSEEN_EXERCISE, judged('wrong-answer'))
  test.each<{ when: string; state: ExerciseState; outcome: AttemptOutcome; rating: string }>([
    {
      when: 'the first submission is accepted',
      state: UNSEEN_EXERCISE,
      outcome: judged('accepted', 'pass'),
      rating: 'good',
    },
    {
      when: 'the first submission is accepted with gold',
      state: UNSEEN_EXERCISE,
      outcome: judged('accepted', 'gold'),
      rating: 'easy',
    },
    {
      when: 'it is accepted after a failure, even with gold',
      state: failedOnce,
      outcome: judged('accepted', 'gold'),
      rating: 'hard',
    },
    {
      when: 'it is accepted after a hint',
      state: afterHint(UNSEEN_EXERCISE, NOW),
      outcome: judged('accepted', 'gold'),
      rating: 'hard',
    },
    {
      when: 'the solution was asked for',
      state: UNSEEN_EXERCISE,
      outcome: { kind: 'given-up' },
      rating: 'again',
    },
    {
      when: 'it is given up after failures',
      state: failedOnce,
      outcome: { kind: 'given-up' },
      rating: 'again',
    },
  ])('is $rating when $when', ({ state, outcome, rating }) => {
    expect(effectOf(state, outcome, NOW)).toMatchObject({ kind: 'rating', rating })
  })

  test.each<VerdictKind>([
    'wrong-answer',
    'invalid-output',
    'runtime-error',
    'time-limit',
    'memory-limit',
    'output-limit',
    'too-slow',
  ])('waits after %s, which counts as a failure of the round', (verdict) => {
    const state = submitted(UNSEEN_EXERCISE, judged(verdict))
    expect(state).toMatchObject({ failures: 1, memory: { kind: 'new' } })
  })

  test.each<VerdictKind>(['judge-error', 'inconclusive', 'compile-error'])(
    'is not touched by %s',
    (verdict) => {
      expect(submitted(UNSEEN_EXERCISE, judged(verdict))).toEqual({ ...UNSEEN_EXERCISE, attempts: 1 })
    },
  )

  test('closes the round: practice before the exercise is due again changes nothing', () => {
    const accepted = submitted(failedOnce, judged('accepted', 'pass'))
    expect(accepted).toMatchObject({ failures: 0, hints: 0, memory: { kind: 'review' } })
    const practised = submitted(accepted, judged('too-slow'))
    expect(practised.memory).toEqual(accepted.memory)
    expect(practised.failures).toBe(0)
  })

  test('is given again when the exercise is due', () => {
    const accepted = submitted(UNSEEN_EXERCISE, judged('accepted', 'pass'))
    const later = { at: NOW.at + 60 * DAY_MS, offsetMin: 0 }
    expect(effectOf(accepted, judged('accepted', 'pass'), later)).toMatchObject({
      kind: 'rating',
      rating: 'good',
    })
  })

  test('is not lowered by hints of practice before the exercise was due', () => {
    const accepted = submitted(UNSEEN_EXERCISE, judged('accepted', 'pass'))
    const practised = afterHint(accepted, NOW)
    expect(hintsInRound(practised, NOW)).toBe(1)
    const later = { at: NOW.at + 60 * DAY_MS, offsetMin: 0 }
    expect(hintsInRound(practised, later)).toBe(0)
    expect(effectOf(practised, judged('accepted', 'pass'), later)).toMatchObject({
      kind: 'rating',
      rating: 'good',
    })
    const hinted = afterHint(practised, later)
    expect(effectOf(hinted, judged('accepted', 'pass'), later)).toMatchObject({
      kind: 'rating',
      rating: 'hard',
      hints: 1,
    })
  })

  test('keeps the best tier', () => {
    const gold = submitted(UNSEEN_EXERCISE, judged('accepted', 'gold'))
    expect(submitted(gold, judged('accepted', 'pass')).best).toBe('gold')
    expect(submitted(gold, judged('wrong-answer')).best).toBe('gold')
  })
})
