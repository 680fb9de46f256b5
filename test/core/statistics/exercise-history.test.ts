import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ExerciseId } from '../../../src/core/ids.ts'
import type { PastAttempt } from '../../../src/core/past-attempt.ts'
import { exerciseHistories, mistakesMet } from '../../../src/core/statistics/exercise-history.ts'

const attempt = fc.record({
  exercise: fc.constantFrom('adam', 'nms', 'iou').map((id) => id as ExerciseId),
  day: fc.nat(100),
  at: fc.nat(),
  language: fc.constant('py' as const),
  verdict: fc.constantFrom<PastAttempt['verdict'][]>(
    'accepted',
    'wrong-answer',
    'given-up',
    'judge-error',
    'inconclusive',
    'compile-error',
  ),
  tier: fc.constantFrom('pass' as const, 'gold' as const),
  ratio: fc.option(fc.integer({ min: 1, max: 40 }).map((tenths) => tenths / 10)),
  diagnosis: fc.option(fc.constantFrom('plus-one', 'ties', 'plus-one+ties', 'ties+?')),
})

test('the record of an exercise is that of its attempts gone through one by one', () => {
  fc.assert(
    fc.property(fc.array(attempt, { maxLength: 40 }), (attempts) => {
      const histories = exerciseHistories(attempts)
      expect(histories.map(({ exercise }) => exercise).sort()).toEqual(
        [...new Set(attempts.map(({ exercise }) => exercise))].sort(),
      )
      for (const history of histories) {
        let [submissions, accepted, gold] = [0, 0, 0]
        let first: number | undefined
        let fastest: number | undefined
        const best: { day: number; ratio: number }[] = []
        for (const { exercise, verdict, tier, day, ratio } of attempts) {
          if (exercise !== history.exercise) continue
          if (verdict === 'given-up' || verdict === 'judge-error' || verdict === 'inconclusive') continue
          submissions++
          if (verdict !== 'accepted') continue
          accepted++
          first ??= submissions
          if (tier === 'gold') gold++
          if (ratio !== null && (fastest === undefined || ratio < fastest)) {
            fastest = ratio
            best.push({ day, ratio })
          }
        }
        expect(history).toEqual({
          exercise: history.exercise,
          submissions,
          accepted,
          gold,
          untilAccepted: first,
          best,
        })
      }
    }),
  )
})

test('a mistake is counted in each diagnosis that names it, those met most first', () => {
  fc.assert(
    fc.property(fc.array(attempt, { maxLength: 40 }), fc.integer({ min: 1, max: 6 }), (attempts, count) => {
      const met = mistakesMet(attempts, count)
      for (const { exercise, mistake, times } of met) {
        const named = attempts.filter(
          (one) => one.exercise === exercise && (one.diagnosis ?? '').includes(mistake),
        )
        expect(times).toBe(named.length)
      }
      const all = new Set(
        attempts.flatMap(({ exercise, diagnosis }) =>
          ['plus-one', 'ties'].flatMap((name) => (diagnosis?.includes(name) ? [`${exercise} ${name}`] : [])),
        ),
      )
      expect(met).toHaveLength(Math.min(count, all.size))
      expect(met.map(({ times }) => times)).toEqual(
        met.map(({ times }) => times).sort((one, other) => other - one),
      )
    }),
  )
})
