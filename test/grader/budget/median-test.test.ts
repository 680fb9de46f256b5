import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRandom } from '../../../src/core/random.ts'
import { EDGE_MARGIN, type Side } from '../../../src/core/verdict.ts'
import {
  ERROR_PROBABILITY,
  estimateMedian,
  LOOKS,
  lastSideOf,
  MAX_PAIRS,
  sideOf,
} from '../../../src/grader/budget/median-test.ts'

describe('the sequential test on the median', () => {
  /** Draws ratios until the test has an answer, or all pairs are spent, as a grading does. */
  function decide(limit: number, next: () => number): Side {
    const ratios: number[] = []
    while (ratios.length < MAX_PAIRS && sideOf(limit, ratios) === 'open') ratios.push(next())
    return lastSideOf(limit, ratios)
  }

  function decideMany(truth: number, spread: number): readonly Side[] {
    const random = createRandom(`${truth}/${spread}`)
    return Array.from({ length: 4000 }, () => decide(2, () => truth * Math.exp(spread * random.normal())))
  }

  function shareOf(side: Side, sides: readonly Side[]): number {
    return sides.filter((one) => one === side).length / sides.length
  }

  test('errs as rarely as it states where the truth lies on the budget itself', () => {
    const wrong = shareOf('within', decideMany(2, 0.1))
    // Three standard deviations of a proportion above what is stated.
    const bound = ERROR_PROBABILITY + 3 * Math.sqrt((ERROR_PROBABILITY * (1 - ERROR_PROBABILITY)) / 4000)
    expect(wrong).toBeLessThan(bound)
  })

  test.each([0.03, 0.1, 0.2])('takes nothing within the budget for over it: noise %d', (noise) => {
    // Two measurements must agree that it is too slow.
    expect(shareOf('over', decideMany(2, noise)) ** 2).toBeLessThan(1e-4)
    expect(decideMany(1.8, noise)).not.toContain('over')
  })

  test.each([0.03, 0.1, 0.2])('lets nothing pass that takes 1.5 times the budget: noise %d', (noise) => {
    expect(new Set(decideMany(3, noise))).toEqual(new Set(['over']))
  })

  test.each([0.9, 1, 1.05, EDGE_MARGIN, 1.2])(
    'hardly ever stays without an answer, at %d of the budget',
    (share) => {
      expect(shareOf('open', decideMany(2 * share, 0.1))).toBeLessThan(0.01)
    },
  )

  test('says that what lies at the budget lies at its edge', () => {
    expect(shareOf('edge', decideMany(2, 0.03))).toBeGreaterThan(0.95)
    expect(new Set(decideMany(1.6, 0.03))).toEqual(new Set(['within']))
  })

  test('is not wrong away from the budget, however skewed the noise', () => {
    const random = createRandom('skewed')
    const noise = () => (random.real() < 0.2 ? 1 + 3 * random.real() : 1)
    for (let run = 0; run < 1000; run++) {
      expect(decide(2, () => 1.6 * noise())).not.toBe('over')
      expect(decide(2, () => 2.5 / noise())).not.toBe('within')
    }
  })

  test('takes nothing for over that may lie within the budget, and says nothing of too few pairs', () => {
    expect(lastSideOf(2, [2.3, 2.3, 2.3, 2.3, 2.3, 2.3])).toBe('open')
    expect(lastSideOf(2, [2.3, 2.3, 2.3, 2.3, 2.3, 2.3, 2.3, 2.3])).toBe('over')
    expect(lastSideOf(2, [1.9, 2.3, 2.3, 2.3, 2.3, 2.3, 2.3, 2.3])).toBe('open')
    expect(lastSideOf(2, [1.9, 2.1, 2.1, 2.1, 2.1, 2.1, 2.3, 2.3])).toBe('edge')
  })

  test('needs three pairs where each is far on one side, and not one of them otherwise', () => {
    expect(sideOf(2, [7, 7])).toBe('open')
    expect(sideOf(2, [7, 7, 7])).toBe('over')
    expect(sideOf(2, [7, 5, 7])).toBe('open')
    expect(sideOf(2, [0.6, 0.6])).toBe('open')
    expect(sideOf(2, [0.6, 0.6, 0.6])).toBe('within')
    expect(sideOf(2, [0.6, 0.7, 0.6])).toBe('open')
  })

  test('has the median inside its interval, and the interval inside the sample', () => {
    const sample = fc
      .constantFrom(...LOOKS)
      .chain((length) =>
        fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: length, maxLength: length }),
      )
    fc.assert(
      fc.property(sample, (ratios) => {
        const { median, interval } = estimateMedian(ratios)
        const ascending = [Math.min(...ratios), interval[0], median, interval[1], Math.max(...ratios)]
        expect(ascending).toEqual(ascending.toSorted((a, b) => a - b))
      }),
    )
  })
})
