import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { EDGE_MARGIN, type Verdict } from '../../../src/core/verdict.ts'
import { withLesson } from '../../../src/grader/budget/budget-lesson.ts'
import { budgetVerdict } from '../../../src/grader/budget/budget-verdict.ts'
import type { Measured } from '../../../src/grader/budget/measure-budget.ts'

const GROWTH = { label: 'ksize 5 -> 25', limit: 8, gold: 2 }

/** Pairs around `ratio`, as many as a first look takes. */
function around(ratio: number) {
  return {
    kind: 'pairs',
    ratios: [0.97, 0.98, 0.99, 1, 1.01, 1.02, 1.03].map((off) => ratio * off),
    spentMs: 100,
  } as const
}

function judged({
  ratio,
  growth,
  memory = [1],
}: {
  ratio: number
  growth: number
  memory?: number[]
}): Verdict {
  const measured: Measured = {
    ratio: { budget: 4, pairs: around(ratio) },
    growth: [{ budget: GROWTH, pairs: around(growth) }],
    memory: [{ budget: { label: 'S 2000 -> 8000', limit: 3 }, heaps: { kind: 'heaps', ratios: memory } }],
  }
  return verdictOn(measured)
}

function verdictOn(measured: Measured): Verdict {
  const circumstances = { memoryMb: 0, memoryError: /none/, stderr: '' }
  return budgetVerdict(measured, { passed: 1, total: 1 }, circumstances, { kind: 'exact' })
}

test('the edge of a budget is accepted on both sides, says so, and is never gold', () => {
  expect(judged({ ratio: 2, growth: 1.5 })).toMatchObject({
    kind: 'accepted',
    performance: { tier: 'gold', edge: undefined },
  })
  for (const ratio of [3.9, 4.2]) {
    expect(judged({ ratio, growth: 1.5 })).toMatchObject({
      kind: 'accepted',
      performance: {
        tier: 'pass',
        edge: { en: expect.stringMatching(`At the edge: ${ratio.toPrecision(2)} of 4`) },
        ratio: { side: 'edge' },
        growth: [{ side: 'within' }],
      },
    })
  }
})

test.each([
  { pairs: 5, tier: 'pass' },
  { pairs: 7, tier: 'gold' },
])('gold is not given for a few pairs that happen to be fast: $pairs of them', ({ pairs, tier }) => {
  const ratio = {
    budget: 4,
    pairs: { kind: 'pairs', ratios: Array<number>(pairs).fill(0.9), spentMs: 100 },
  } as const
  expect(verdictOn({ ratio, growth: [], memory: [] })).toMatchObject({
    kind: 'accepted',
    performance: { tier },
  })
})

test('all that is at the edge is named', () => {
  expect(judged({ ratio: 4, growth: 7.9, memory: [2.9, 3.1, 3.2] })).toMatchObject({
    kind: 'accepted',
    performance: {
      edge: {
        en: expect.stringMatching('At the edge: 4 of 4; ksize 5 -> 25 7.9 of 8; S 2000 -> 8000 3.1 of 3'),
        zh: expect.stringMatching('4（上限 4）；ksize 5 -> 25 7.9（上限 8）；S 2000 -> 8000 3.1（上限 3）'),
      },
    },
  })
})

test('one budget that is broken outweighs another at its edge', () => {
  expect(judged({ ratio: 4, growth: 12 })).toMatchObject({
    kind: 'too-slow',
    performance: { edge: undefined },
  })
  expect(judged({ ratio: 4, growth: 1.5, memory: [9] })).toMatchObject({ kind: 'memory-budget' })
})

test('one pair of a growth decides nothing, and tells why what breaks another budget is slow', () => {
  const onePair = { kind: 'pairs', ratios: [64], spentMs: 6000 } as const
  const growth = [{ budget: GROWTH, pairs: onePair }]
  const within = { ratio: { budget: 4, pairs: around(1) }, growth, memory: [] }
  expect(verdictOn(within)).toMatchObject({ kind: 'inconclusive' })
  const over = { ...within, ratio: { budget: 4, pairs: around(90) } }
  const inputs = () => []
  const square = { from: 20, en: 'each pixel is met in each window', zh: '每个窗口都遍历每个像素' }
  const fast = { en: 'keep sums', zh: '保留和', cards: [] }
  const sizes = { small: inputs, large: inputs, causes: [square] }
  const told = withLesson(verdictOn(over), { growth: { [GROWTH.label]: sizes }, fast })
  expect(told).toMatchObject({
    kind: 'too-slow',
    performance: { growth: [{ ratio: 64, interval: [64, 64], pairs: 1, side: 'open' }] },
    lesson: { cause: { en: square.en, zh: square.zh } },
  })
})

test('what is far off on both sides is inconclusive, and has no tier', () => {
  expect(judged({ ratio: 2, growth: 1.5, memory: [2.5, 3.4, 3.5] })).toMatchObject({
    kind: 'inconclusive',
    performance: { tier: 'none', edge: undefined, memory: [{ side: 'open' }] },
  })
})

test('the margin is told where verdicts are explained', () => {
  const percent = `${Math.round(100 * (EDGE_MARGIN - 1))}%`
  expect(readFileSync('docs/grading.md', 'utf8')).toContain(`**The margin is ${percent}**`)
})
