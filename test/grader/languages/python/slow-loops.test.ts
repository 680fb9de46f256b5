import { beforeAll, expect, test } from 'vitest'
import type { Draw } from '../../../../src/grader/budget/inputs.ts'
import { withSlowLoop } from '../../../../src/grader/find-slow-loop.ts'
import { python } from '../../../../src/grader/languages/python/python.ts'
import { drawTests } from '../../../drawn-by-commit.ts'
import { buildTestGraders, CACHE_ROOT, QUICK_LIMITS, rightPy, SCALE_SCORES } from '../../scale-scores.ts'

drawTests('grader/budget', 'grader/languages', 'grader/find-slow-loop')

let graderRoot: string
beforeAll(async () => {
  graderRoot = await buildTestGraders()
})

const draw: Draw = (index) => [
  { dtype: 'f64', shape: [40], data: Float64Array.from({ length: 40 }, (_, at) => at - index) },
  { power: 1, negate: false, name: 'slow' },
]

/** Of a submission that is too slow. */
async function causeOf(before: string) {
  const setting = {
    support: python,
    tool: await python.findTool(),
    graderRoot,
    cacheRoot: CACHE_ROOT,
    limits: QUICK_LIMITS,
  }
  const source = { kind: 'text', fileName: 'scores.py', text: rightPy({ before }) } as const
  const lesson = await withSlowLoop(undefined, setting, SCALE_SCORES, source, draw)
  return lesson?.cause
}

const PAIRS = 'for i in range(len(scores)):\n        for j in range(1000):\n            '

test.each([
  ['numbers taken out', `${PAIRS}sign = scores[i] + scores[i - 1]`, 'scores'],
  [
    'a comprehension',
    'sign = sum([max(scores[i], 0) for j in range(1000) for i in range(len(scores))])',
    'scores',
  ],
  [
    'numbers put into an array made from an argument',
    `out = np.zeros_like(scores)\n    ${PAIRS}out[i] += scores[i] * j`,
    'out',
  ],
])('the loop that goes through an array one number at a time is told: %s', async (_, before, array) => {
  const cause = await causeOf(before)
  expect(cause?.en).toMatch(
    new RegExp(`^Line \\d+: a Python loop goes through the numpy array \`${array}\` `),
  )
  expect(cause?.zh).toContain('逐个访问')
})

test.each([
  ['there is none', 'sum(range(100000))'],
  ['its time goes elsewhere', 'a = [scores[i] + 1 for i in range(len(scores))]\n    sum(range(200000))'],
  ['each number meets a whole array', `${PAIRS}a = scores[i] * np.ones(3000)`],
  [
    'each number meets part of an array',
    `wide = np.ones(9000)\n    ${PAIRS}a = scores[i] * wide[i : i + 3000]`,
  ],
  ['what is gone through is a list', `values = scores.tolist()\n    ${PAIRS}a = values[i] + values[i - 1]`],
  [
    'the array may be a list',
    `values = scores\n    if len(scores) > 1: values = list(scores)\n    ${PAIRS}a = values[i] + values[i - 1]`,
  ],
  ['a function of its own is called', `f = lambda x: sum(range(1000))\n    ${PAIRS}a = f(scores[i])`],
  [
    'the program says so',
    'a = [scores[i] + 1 for i in range(len(scores))]\n    sys.stderr.write("\\nanneal-loop: 1 scores 99\\n"); sum(range(100000))',
  ],
])('and nothing is told where %s', async (_, before) => {
  expect(await causeOf(before)).toBeUndefined()
})
