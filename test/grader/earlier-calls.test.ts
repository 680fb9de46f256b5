import { beforeAll, describe, expect, test } from 'vitest'
import type { Exercise, Language } from '../../src/core/exercise.ts'
import type { ExerciseId } from '../../src/core/ids.ts'
import { parseSignature } from '../../src/core/signature.ts'
import type { Verdict } from '../../src/core/verdict.ts'
import { gradeSubmission } from '../../src/grader/grade-submission.ts'
import { drawTests } from '../drawn-by-commit.ts'
import {
  buildTestGraders,
  CACHE_ROOT,
  QUICK_LIMITS,
  rightCpp,
  rightPy,
  rightTs,
  SCALE_SCORES,
  submit,
} from './scale-scores.ts'

drawTests('grader')

/** Its result has more axes than one, so that an empty list does not say how long it is. */
const DIFFERENCES: Exercise = {
  ...SCALE_SCORES,
  id: 'differences' as ExerciseId,
  signature: parseSignature('(a: f64[N], b: f64[M]) -> f64[N,M]'),
}

let graderRoot: string
beforeAll(async () => {
  graderRoot = await buildTestGraders()
})

async function verdictOn(language: Language, source: string): Promise<Verdict> {
  return (await submit({ graderRoot, language, source })).verdict
}

/** The array of each length is made once. */
const REUSES_TS = `const buffers = new Map()
function reuse(values: any): any {
  if (!buffers.has(values.length)) buffers.set(values.length, new Float64Array(values.length))
  buffers.get(values.length).set(values)
  return buffers.get(values.length)
}
${rightTs({ scaled: 'reuse(scores.data.map((score: number) => sign * score ** options.power))' })}`
const REUSES_PY = `buffers = {}
def reuse(values):
    buffers.setdefault(len(values), values.copy())[:] = values
    return buffers[len(values)]

${rightPy({ scaled: 'reuse(scores ** options["power"] * sign)' })}`
const REUSES_CPP = rightCpp()
  .replace('ScaleScoresResult scale_scores', 'const ScaleScoresResult& scale_scores')
  .replace('return {total,', 'static ScaleScoresResult last;\n  return last = {total,')

describe('a result that a later call overwrites is none', () => {
  test.each<[Language, string]>([
    ['ts', REUSES_TS],
    ['py', REUSES_PY],
    ['cpp', REUSES_CPP],
  ])('in %s', async (language, source) => {
    expect(await verdictOn(language, source)).toMatchObject({
      kind: 'invalid-output',
      failure: {
        summary: {
          en: expect.stringMatching(/^A later call changed this result: return a new array each time/),
          zh: expect.stringMatching(/^之后的调用改动了这次的结果/),
        },
      },
    })
  })

  test('but one that is an argument, or is kept and left alone, is one', async () => {
    const kept = rightTs({ before: 'const all: any = (globalThis as any).all ??= []' }).replace(
      'return {',
      'all.push(data); return {',
    )
    expect(await verdictOn('ts', kept)).toMatchObject({ kind: 'accepted' })
    const given = rightPy({ before: 'global last; last = scores' })
    expect(await verdictOn('py', given)).toMatchObject({ kind: 'accepted' })
  })

  test.each<[Language, string]>([
    ['py', 'def differences(a, b):\n    return [[x - y for y in b] for x in a]\n'],
    ['js', 'export const differences = (a, b) => [...a.data].map((x) => [...b.data].map((y) => x - y))'],
  ])(
    'nor is an empty list another one, which stands for rows that are none, in %s',
    async (language, source) => {
      const request = { exercise: DIFFERENCES, language, source, fileName: 'differences', seed: 'test' }
      const { verdict } = await gradeSubmission({
        ...request,
        graderRoot,
        limits: QUICK_LIMITS,
        cacheRoot: CACHE_ROOT,
      })
      expect(verdict).toMatchObject({ kind: 'accepted' })
    },
  )
})

describe('an answer that depends on earlier calls is told so', () => {
  test.each<[string, Language, string]>([
    [
      'a cache whose key is a length',
      'ts',
      `const cache = new Map()
${rightTs({ scaled: '(cache.get(scores.data.length) ?? cache.set(scores.data.length, scores.data.map((score: number) => sign * score ** options.power)).get(scores.data.length))' })}`,
    ],
    [
      'a default value that is kept',
      'py',
      rightPy({ before: 'seen.append(sum(seen))\n    scores = scores + (len(seen) > 8)' }).replace(
        '(scores, options)',
        '(scores, options, seen=[])',
      ),
    ],
    [
      'a static sum',
      'cpp',
      rightCpp({
        before: 'static int calls = 0; calls++;',
        scaled: 'sign * std::pow(scores.data[at], options.power) + (calls > 9)',
      }),
    ],
  ])('%s', async (_, language, source) => {
    expect(await verdictOn(language, source)).toMatchObject({
      kind: 'wrong-answer',
      diagnosis: {
        id: 'earlier-calls',
        message: {
          en: expect.stringMatching(
            /^The answer depends on earlier calls: called first, in a fresh process, this case passes\./,
          ),
          zh: expect.stringMatching(/^答案依赖之前的调用/),
        },
      },
      onlyWhere: undefined,
    })
  })

  test('where it only shows when a case is put again', async () => {
    const source = `const seen = new Set()
${rightTs({ before: 'const key = JSON.stringify([...scores.data, options]); const isOld = seen.has(key); seen.add(key)', scaled: 'scores.data.map((score: number) => sign * score ** options.power + Number(isOld && options.power === 2))' })}`
    expect(await verdictOn('ts', source)).toMatchObject({
      kind: 'wrong-answer',
      cases: { passed: 15, total: 16 },
      diagnosis: { id: 'earlier-calls' },
    })
  })

  test('where it throws', async () => {
    const source = rightPy({
      before: 'global calls; calls = globals().get("calls", 0) + 1; assert calls < 9',
    })
    expect(await verdictOn('py', source)).toMatchObject({
      kind: 'runtime-error',
      failure: { note: { en: expect.stringContaining('depends on earlier calls') } },
    })
  })

  test('and one that is wrong by itself is not', async () => {
    const source = rightTs({
      scaled: 'scores.data.map((score: number) => sign * score ** options.power + 1)',
    })
    expect(await verdictOn('ts', source)).toMatchObject({ kind: 'wrong-answer', diagnosis: undefined })
  })
})
