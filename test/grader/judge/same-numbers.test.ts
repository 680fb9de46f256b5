import { beforeAll, expect, test } from 'vitest'
import type { Exercise } from '../../../src/core/exercise.ts'
import type { ExerciseId } from '../../../src/core/ids.ts'
import { parseSignature } from '../../../src/core/signature.ts'
import { gradeSubmission } from '../../../src/grader/grade-submission.ts'
import { buildTestGraders, CACHE_ROOT, QUICK_LIMITS } from '../scale-scores.ts'

const SUM_DIFFERENCE: Exercise = {
  id: 'sum-difference' as ExerciseId,
  title: { en: 'Sum and difference', zh: '和与差' },
  topic: 'scores',
  signature: parseSignature('(a: f64[N], b: f64[N]) -> {sum: f64[N], difference: f64[N]}'),
  difficulty: 'easy',
  minutes: 5,
  prerequisites: [],
  budget: undefined,
  hints: [],
}

let graderRoot: string
beforeAll(async () => {
  graderRoot = await buildTestGraders()
})

test.each([
  [
    'c = d = 0 * a\n    c += a + b\n    d -= 2 * b',
    /^`sum` and `difference` held the same numbers in every case/,
  ],
  ['c = d = 0 * a', undefined],
  ['c, d = a + b, b - a', undefined],
])('what two names of one array do is told: %s', async (body, told) => {
  const source = `def sum_difference(a, b):\n    ${body}\n    return {"sum": c, "difference": d}\n`
  const request = {
    exercise: SUM_DIFFERENCE,
    language: 'py',
    source,
    fileName: 'a.py',
    seed: 'test',
  } as const
  const limits = QUICK_LIMITS
  const grading = await gradeSubmission({ ...request, graderRoot, limits, cacheRoot: CACHE_ROOT })
  expect(grading.verdict.kind).toBe('wrong-answer')
  expect(grading.remark?.en ?? '').toMatch(told ?? /^$/)
})
