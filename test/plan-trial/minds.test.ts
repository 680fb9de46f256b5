import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRandom } from '../../src/core/random.ts'
import { RATINGS } from '../../src/core/rating.ts'
import type { Mind } from '../../tools/plan-trial/mind.ts'
import { CEPEDA_2008, createActivationMind } from '../../tools/plan-trial/minds/activation-mind.ts'
import { BENCHMARK_INTERCEPT, createDashMind } from '../../tools/plan-trial/minds/dash-mind.ts'
import { WORLD_NAMES, WORLDS } from '../../tools/plan-trial/worlds.ts'
import { runs } from '../seed.ts'
import { FORGETTING, SAME_DAY, SPACING } from './cepeda-2008.ts'

const DAYS = 30

/** Gaps between studies, and what was answered. */
const history = fc.array(fc.tuple(fc.integer({ min: 1, max: 25 }), fc.constantFrom(...RATINGS)), {
  minLength: 1,
  maxLength: 12,
})
const drawn = fc.tuple(fc.string(), fc.double({ min: -2.5, max: 2.5, noNaN: true }), history)

describe.each(WORLD_NAMES)('in the world "%s"', (name) => {
  const mindOf = (seed: string, ease: number): Mind<unknown> => WORLDS[name](createRandom(seed), [ease], DAYS)

  test('recall is a probability, nothing before the first study, and falls while nothing is studied', () => {
    fc.assert(
      fc.property(drawn, ([seed, ease, studies]) => {
        const mind = mindOf(seed, ease)
        expect(mind.recall(0, undefined, 0)).toBe(0)
        const { trace, day } = studied(mind, studies)
        const curve = Array.from({ length: 60 }, (_, after) => mind.recall(0, trace, day + after))
        for (const [at, recall] of curve.entries()) {
          expect(recall).toBeGreaterThan(0)
          expect(recall).toBeLessThanOrEqual(1)
          expect(recall).toBeLessThanOrEqual((curve[at - 1] ?? 1) + 1e-12)
        }
        expect(curve.at(-1)).toBeLessThan(curve[0] ?? 0)
      }),
      { numRuns: runs(60) },
    )
  })

  test('a study never lowers recall right after it', () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 0, max: 40 }), ([seed, ease, studies], gap) => {
        const mind = mindOf(seed, ease)
        const { trace, day } = studied(mind, studies)
        for (const rating of RATINGS) {
          const after = mind.study(0, trace, day + gap, rating)
          expect(mind.recall(0, after, day + gap)).toBeGreaterThanOrEqual(mind.recall(0, trace, day + gap))
        }
      }),
      { numRuns: runs(60) },
    )
  })
})

test('the power-law learner forgets and gains by spacing as the learners of Cepeda and others did', () => {
  const mind = createActivationMind(CEPEDA_2008)
  const once = mind.study(0, undefined, 0, 'good')
  const twice = (gap: number) => mind.study(0, once, gap, 'good')
  const pairs = [
    ...FORGETTING.map(([days, percent]) => [100 * mind.recall(0, once, days || SAME_DAY), percent] as const),
    ...SPACING.map(([gap, delay, percent]) => {
      const second = gap || SAME_DAY
      return [100 * mind.recall(0, twice(second), second + delay), percent] as const
    }),
  ]
  const { error, explained } = fitOf(pairs)
  expect(error).toBeCloseTo(4.3, 1)
  expect(explained).toBeCloseTo(0.977, 3)
})

test.each([7, 35, 70])('%d days after it, a second session serves best neither at once nor late', (delay) => {
  const mind = createActivationMind(CEPEDA_2008)
  const once = mind.study(0, undefined, 0, 'good')
  const recalls = [SAME_DAY, 1, 7, 21, 105].map((gap) =>
    mind.recall(0, mind.study(0, once, gap, 'good'), gap + delay),
  )
  const best = recalls.indexOf(Math.max(...recalls))
  expect(best).toBeGreaterThan(0)
  expect(best).toBeLessThan(recalls.length - 1)
})

test('the DASH learner recalls what the benchmark’s formula says by hand', () => {
  const mind = createDashMind(() => BENCHMARK_INTERCEPT)
  const once = mind.study(0, undefined, 0, 'good')
  // ln 2 for one answer and one recall in each window that still holds them.
  const logistic = (windows: number) => 1 / (1 + Math.exp(-(0.787 + Math.LN2 * windows)))
  expect(mind.recall(0, once, 1)).toBeCloseTo(logistic(2.5254), 12)
  expect(mind.recall(0, once, 2)).toBeCloseTo(logistic(1.7263), 12)
  expect(mind.recall(0, once, 8)).toBeCloseTo(logistic(0.9969), 12)
  expect(mind.recall(0, once, 31)).toBeCloseTo(logistic(0.5734), 12)
})

function studied(
  mind: Mind<unknown>,
  studies: readonly (readonly [number, (typeof RATINGS)[number]])[],
): { readonly trace: unknown; readonly day: number } {
  let [trace, day]: [unknown, number] = [undefined, 0]
  for (const [gap, rating] of studies) {
    day += gap
    trace = mind.study(0, trace, day, rating)
  }
  return { trace, day }
}

/** Root mean square error and R² of pairs of a model's value and the measured one. */
function fitOf(pairs: readonly (readonly [number, number])[]) {
  const mean = pairs.reduce((sum, [, measured]) => sum + measured, 0) / pairs.length
  const squares = (of: (pair: readonly [number, number]) => number) =>
    pairs.reduce((sum, pair) => sum + of(pair) ** 2, 0)
  const residual = squares(([model, measured]) => model - measured)
  return {
    error: Math.sqrt(residual / pairs.length),
    explained: 1 - residual / squares(([, measured]) => measured - mean),
  }
}
