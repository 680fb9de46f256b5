import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { keepFailingCase, provideInput } from '../../../src/app/own-input/offer-input.ts'
import { runOnInput } from '../../../src/app/own-input/run-on-input.ts'
import { submissionPath } from '../../../src/app/workspace.ts'
import type { Language } from '../../../src/core/exercise.ts'
import type { NdArray } from '../../../src/core/value.ts'
import type { Verdict } from '../../../src/core/verdict.ts'
import { runFields } from '../../../src/output/json/run-json.ts'
import { buildTestGraders, rightTs, SCALE_SCORES } from '../../grader/scale-scores.ts'
import { openTestDeps } from '../open-test-deps.ts'

let graderRoot: string
beforeAll(async () => {
  graderRoot = await buildTestGraders()
})

const INPUT = '{"scores": [1, -2], "options": {"power": 1, "negate": true, "name": "mine"}}'

function learner(language: Language, source: string) {
  const own = openTestDeps({})
  const deps = { ...own, folders: { ...own.folders, graders: graderRoot } }
  const path = submissionPath(deps, SCALE_SCORES.id, language)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, source)
  const submission = { exercise: SCALE_SCORES, language, path }
  const input = join(dirname(path), 'mine.json')
  writeFileSync(input, INPUT)
  return { deps, submission, run: () => runOnInput(deps, submission, [input]) }
}

describe('a file that is run on an input of its owner', () => {
  test('gives what it returns and what it prints, and nothing is recorded', async () => {
    const { deps, run } = learner('ts', rightTs({ before: 'console.log("seen", scores.data)' }))
    const { outcome, stdout } = await run()
    expect(outcome).toMatchObject({
      kind: 'returned',
      value: { label: 'mine: 2', kept: { shape: [1], data: Int32Array.of(1) } },
    })
    expect(stdout).toContain('seen')
    expect(deps.store.countEvents()).toBe(0)
  })

  test.each([
    { what: 'throws', change: { before: 'throw new Error("mine")' }, kind: 'runtime-error' },
    { what: 'is no program', change: { before: 'const {' }, kind: 'compile-error' },
  ])('is told as a verdict is where it $what', async ({ change, kind }) => {
    const { outcome } = await learner('ts', rightTs(change)).run()
    expect(outcome).toMatchObject({ kind: 'failed', verdict: { kind } })
  })

  test('is told where it returns what the signature does not say', async () => {
    const { outcome } = await learner('ts', rightTs({ result: '3' })).run()
    expect(outcome).toMatchObject({ kind: 'odd', summary: { en: expect.stringContaining('expected') } })
  })

  test('is told, and in JSON, what held the values where the signature says something else', async () => {
    const own = await learner('ts', rightTs().replace('data: kept }', 'data: [...kept] }')).run()
    expect(own.outcome).toMatchObject({ kind: 'returned', value: { kept: { data: Int32Array.of(1) } } })
    expect(runFields(own, 'en')).toMatchObject({
      remark: expect.stringMatching(/^`kept\.data` is a number\[\]: accepted/),
    })
    expect(runFields(await learner('ts', rightTs()).run(), 'en')).toMatchObject({ remark: null })
  })

  test('has an input to begin with, which fits', async () => {
    const { deps, submission } = learner('ts', rightTs())
    const path = await provideInput(deps, submission)
    expect((await runOnInput(deps, submission, [path])).outcome.kind).toBe('returned')
    writeFileSync(path, INPUT)
    await provideInput(deps, submission)
    expect((await runOnInput(deps, submission, [path])).args[0]?.value).toMatchObject({ shape: [2] })
  })
})

describe('the input to begin with', () => {
  const failing = (scores: readonly number[]): Verdict => {
    const value: NdArray = { dtype: 'f32', shape: [scores.length], data: Float32Array.from(scores) }
    const options = { power: 1, negate: false, name: 'theirs' }
    const args = [
      { name: 'scores', value },
      { name: 'options', value: options },
    ]
    const text = { en: '', zh: '' }
    const failure = { case: text, summary: text, args, expected: undefined, got: undefined, worst: undefined }
    return { kind: 'invalid-output', cases: { passed: 0, total: 1 }, failure }
  }
  const accepted: Verdict = { kind: 'accepted', cases: { passed: 1, total: 1 }, performance: undefined }

  test('is the case that failed last, until one is accepted', async () => {
    const { deps, submission } = learner('ts', rightTs())
    const offered = async () => readFileSync(await provideInput(deps, submission), 'utf8')
    const own = await offered()
    keepFailingCase(deps, submission, failing([7, 8]))
    expect(await offered()).toContain('[7,8]')
    keepFailingCase(deps, submission, failing([9]))
    expect(await offered()).toContain('[9]')
    keepFailingCase(deps, submission, accepted)
    expect(await offered()).toBe(own)
  })

  test('is left alone once the learner has changed it', async () => {
    const { deps, submission } = learner('ts', rightTs())
    keepFailingCase(deps, submission, failing([7]))
    const path = await provideInput(deps, submission)
    writeFileSync(path, INPUT)
    keepFailingCase(deps, submission, failing([8]))
    await provideInput(deps, submission)
    expect(readFileSync(path, 'utf8')).toBe(INPUT)
  })

  test('is spelled as the language spells, and so is what is shown', async () => {
    const { deps, submission } = learner('ts', rightTs())
    const path = await provideInput(deps, submission)
    const { args } = await runOnInput(deps, submission, [path])
    expect(Object.keys(JSON.parse(readFileSync(path, 'utf8')))).toEqual(args.map(({ name }) => name))
  })
})
