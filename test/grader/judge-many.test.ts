import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Language } from '../../src/core/exercise.ts'
import type { Verdict } from '../../src/core/verdict.ts'
import { gradeSubmission, type Judge, openJudge } from '../../src/grader/grade-submission.ts'
import { openNursery } from '../../src/grader/run/nursery.ts'
import { drawTests } from '../drawn-by-commit.ts'
import {
  buildTestGraders,
  CACHE_ROOT,
  QUICK_LIMITS,
  rightCpp,
  rightPy,
  rightTs,
  SCALE_SCORES,
} from './scale-scores.ts'

drawTests('grader')

const nursery = openNursery()
const seed = 'many'
let graderRoot: string
let judge: Judge
let brief: Judge

beforeAll(async () => {
  graderRoot = await buildTestGraders()
  const setting = { graderRoot, cacheRoot: CACHE_ROOT, limits: QUICK_LIMITS, seed, nursery }
  judge = openJudge(setting)
  brief = openJudge({ ...setting, explains: false })
})

afterAll(() => nursery[Symbol.asyncDispose]())

test.each<[string, Language, string]>([
  ['right', 'ts', rightTs()],
  ['right', 'py', rightPy()],
  ['right', 'cpp', rightCpp()],
  ['wrong', 'ts', rightTs({ scaled: 'scores.data.map((score: number) => score)' })],
  ['wrong', 'py', rightPy({ scaled: 'scores' })],
  ['wrong', 'cpp', rightCpp({ scaled: 'scores.data[at]' })],
  [
    'thrown in a line',
    'ts',
    rightTs({ before: "\n\n  const told: string = 'so'; throw new RangeError(told)" }),
  ],
  ['thrown in a line', 'py', rightPy({ before: '\n\n    raise KeyError("so")' })],
  ['thrown', 'cpp', rightCpp({ before: 'std::vector<int>().at(3);' })],
  ['no code', 'ts', 'export function scaleScores( {'],
  ['no code', 'py', 'def scale_scores(:'],
  ['no code', 'cpp', 'double scale_scores( {'],
  ['types that are no mere notes', 'ts', `enum Sign { Plus }\n${rightTs()}`],
  ['a file that throws', 'ts', `const one: number = null!.two\n${rightTs()}`],
  ['no function', 'ts', 'export const other = 1 as number'],
  ['an exit', 'py', rightPy({ before: 'os._exit(3)' })],
  ['a signal', 'py', rightPy({ before: 'import ctypes; ctypes.string_at(0)' })],
  ['a signal', 'cpp', rightCpp({ before: 'int* volatile none = nullptr; *none = 1;' })],
  ['memory', 'py', rightPy({ before: 'bytearray(2**31)' })],
  ['prints', 'py', rightPy({ before: 'print("one"); sys.stderr.write("two")' })],
])('%s in %s is told as it is to one alone', async (_, language, source) => {
  const submission = { exercise: SCALE_SCORES, language, source, fileName: `submission.${language}` }
  const { elapsedMs, ...many } = await judge.grade(submission)
  const alone = await gradeSubmission({
    ...submission,
    ...{ graderRoot, cacheRoot: CACHE_ROOT, limits: QUICK_LIMITS, seed },
  })
  expect(many).toEqual({ ...alone, elapsedMs: undefined })
  expect(elapsedMs).toBeGreaterThan(0)
  expect(gist((await brief.grade(submission)).verdict)).toEqual(gist(alone.verdict))
})

/** All that is asked for where nobody reads the failure. */
function gist(verdict: Verdict) {
  return { kind: verdict.kind, diagnosis: 'diagnosis' in verdict ? verdict.diagnosis : undefined }
}
