import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Budget, Language } from '../../src/core/exercise.ts'
import { createRandom } from '../../src/core/random.ts'
import { EDGE_MARGIN, type Side } from '../../src/core/verdict.ts'
import {
  ERROR_PROBABILITY,
  estimateMedian,
  LOOKS,
  lastSideOf,
  MAX_PAIRS,
  sideOf,
} from '../../src/grader/budget/median-test.ts'
import { SPEED_TEST_INPUT } from '../../src/grader/words/sentences.ts'
import { buildTestGraders, QUICK_LIMITS, rightCpp, rightPy, rightTs, submit } from './scale-scores.ts'

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

describe('a budget', () => {
  let graderRoot: string
  beforeAll(async () => {
    graderRoot = await buildTestGraders()
  })

  const ratio: Budget = { ratio: 4, growth: [], memory: [] }
  const growth: Budget = {
    ratio: undefined,
    growth: [{ label: 'scores 1000 -> 4000', limit: 8, gold: 6 }],
    memory: [],
  }
  const slowTs = rightTs({
    before:
      'let waste = 0; for (let at = 0; at < 1200 * scores.data.length; at++) waste += at % 7; if (waste < 0) throw 1',
  })
  const squareTs = rightTs({
    before:
      'let waste = 0; for (const one of scores.data) for (const other of scores.data) waste += one * other; if (waste === 0.5) throw 1',
  })

  test.each<[string, Language, string, Budget, object]>([
    ['is kept', 'ts', rightTs(), ratio, { kind: 'accepted', performance: { ratio: { budget: 4 } } }],
    ['is kept', 'py', rightPy(), ratio, { kind: 'accepted', performance: { ratio: { budget: 4 } } }],
    ['is broken', 'ts', slowTs, ratio, { kind: 'too-slow', performance: { tier: 'none' } }],
    ['is broken', 'py', rightPy({ before: 'sum(range(70000))' }), ratio, { kind: 'too-slow' }],
    [
      'of growth is kept',
      'ts',
      rightTs(),
      growth,
      { kind: 'accepted', performance: { tier: 'gold', growth: [{ gold: 6 }] } },
    ],
    [
      'of growth is broken',
      'ts',
      squareTs,
      growth,
      { kind: 'too-slow', performance: { growth: [{ budget: 8 }] } },
    ],
  ])('%s in %s: %#', async (_, language, source, budget, verdict) => {
    expect((await submit({ graderRoot, language, source, budget })).verdict).toMatchObject(verdict)
  })

  test('is broken by a call that takes beyond all doubt too long, and is not waited for', async () => {
    const before = 'if len(scores) > 100:\n        while True: pass'
    const limits = { ...QUICK_LIMITS, requestMs: 60_000 }
    const { verdict } = await submit({
      graderRoot,
      language: 'py',
      source: rightPy({ before }),
      budget: ratio,
      limits,
    })
    expect(verdict).toMatchObject({ kind: 'too-slow', performance: { ratio: { budget: 4, pairs: 0 } } })
  })

  test('is not broken by one process that is slower than others of the same program', async () => {
    // Only the process that was asked the cases before has met a short input.
    const slowProcess = rightTs({
      before: `const self = globalThis as any
  self.short ||= scores.data.length < 100
  let waste = 0
  for (let at = 0; self.short && at < 400 * scores.data.length; at++) waste += at % 7
  if (waste < 0) throw 1`,
    })
    const { verdict } = await submit({ graderRoot, language: 'ts', source: slowProcess, budget: ratio })
    expect(verdict).toMatchObject({ kind: 'accepted', performance: { ratio: { budget: 4 } } })
  })

  test('counts the function alone: ten times the work is too slow, however much time the arrays take to come and go', async () => {
    const before =
      'for _ in range(12): s = scores ** options["power"] * 1.0; np.flatnonzero(s > 0).astype(np.int32); s.sum()'
    const { verdict } = await submit({
      graderRoot,
      language: 'py',
      source: rightPy({ before }),
      budget: ratio,
    })
    expect(verdict.kind).toBe('too-slow')
  })

  test('is not kept by threads that have ended before anyone looks, though a slow beginning foretells short batches', async () => {
    const before = `static int begun = 0;
  if (scores.data.size() > 100 && begun++ < 9) for (std::clock_t from = std::clock(); std::clock() - from < CLOCKS_PER_SEC / 25;) {}
  double waste = 0;
  const auto work = [&] { for (int time = 0; time < 12; time++) for (double score : scores.data) waste += std::pow(score, options.power); };
  if (scores.data.size() > 100) std::thread(work).join();
  if (waste == 0.5) throw 1;`
    const source = `#include <ctime>\n#include <thread>\n${rightCpp({ before })}`
    const { verdict } = await submit({ graderRoot, language: 'cpp', source, budget: ratio })
    expect(verdict).toMatchObject({ kind: 'too-slow', performance: { tier: 'none' } })
  })

  test('is not kept by an answer that is wrong where nobody seems to look', async () => {
    const source = rightTs({
      scaled:
        'scores.data.length > 100 ? new Float64Array(scores.data.length) : scores.data.map((score: number) => sign * score ** options.power)',
    })
    const { verdict } = await submit({ graderRoot, language: 'ts', source, budget: ratio })
    expect(verdict).toMatchObject({ kind: 'wrong-answer', failure: { case: SPEED_TEST_INPUT } })
  })

  test('that takes a wall clock to break is broken all the same', async () => {
    const before = 'if len(scores) > 100: time.sleep(30)'
    const { verdict } = await submit({
      graderRoot,
      language: 'py',
      source: rightPy({ before }),
      budget: ratio,
    })
    expect(verdict.kind).toBe('too-slow')
  })
})
