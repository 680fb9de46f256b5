import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../../src/core/exercise.ts'
import type { Verdict } from '../../src/core/verdict.ts'
import { DEFAULT_LIMITS } from '../../src/grader/run/limits.ts'
import { exited } from '../../src/grader/words/ending-sentences.ts'
import { drawTests } from '../drawn-by-commit.ts'
import { buildTestGraders, rightCpp, rightPy, rightTs, submit } from './scale-scores.ts'

drawTests('grader')

let graderRoot: string
let scratches: string
beforeAll(async () => {
  graderRoot = await buildTestGraders()
  // Of this file alone: other tests run beside it.
  scratches = mkdtempSync(join(tmpdir(), 'anneal-test-'))
  process.env['TMPDIR'] = scratches
})
afterAll(() => rmSync(scratches, { recursive: true }))

async function verdictOn(language: Language, source: string): Promise<Verdict> {
  const { verdict } = await submit({ graderRoot, language, source })
  return verdict
}

/** What a verdict tells the learner, on one line. */
function tell(verdict: Verdict): string {
  const summary = 'failure' in verdict ? verdict.failure?.summary.en : undefined
  const message = 'message' in verdict ? verdict.message.en : undefined
  return [verdict.kind, summary, message].filter((part) => part !== undefined).join(' | ')
}

describe('a right answer is accepted', () => {
  test.each<[Language, string]>([
    ['ts', rightTs()],
    ['js', rightTs().replaceAll(/: (any|number)/g, '')],
    ['py', rightPy()],
  ])('in %s', async (language, source) => {
    expect(await verdictOn(language, source)).toEqual({
      kind: 'accepted',
      cases: { passed: 16, total: 16 },
      performance: undefined,
    })
  })
})

describe('a wrong answer is told at its smallest case', () => {
  test.each<[Language, string]>([
    ['ts', rightTs({ scaled: 'scores.data.map((score: number) => score ** options.power)' })],
    ['py', rightPy({ scaled: 'scores ** options["power"]' })],
  ])('with the mistake that it makes, in %s', async (language, source) => {
    const verdict = await verdictOn(language, source)
    expect(verdict).toMatchObject({
      kind: 'wrong-answer',
      failure: { args: [{ name: 'scores' }, { name: 'options', value: { negate: true } }] },
      diagnosis: { id: 'sign-forgotten', cards: ['scores/sign'] },
    })
  })

  test('and with none where no known mistake fits', async () => {
    const source = rightTs({
      scaled: 'scores.data.map((score: number) => sign * score ** options.power + 1)',
    })
    const verdict = await verdictOn('ts', source)
    expect(verdict).toMatchObject({
      kind: 'wrong-answer',
      failure: {
        case: { en: 'cubes, negated', zh: '立方，取负' },
        summary: { en: 'total is -5, expected -7', zh: 'total 为 -5，应为 -7' },
      },
      diagnosis: undefined,
    })
  })

  test('and where that is, with what the wrong cases alone share', async () => {
    const source = rightTs({
      scaled: 'scores.data.map((score: number) => sign * score ** options.power + Number(options.negate))',
    })
    const verdict = await verdictOn('ts', source)
    expect(verdict).toMatchObject({ kind: 'wrong-answer', diagnosis: undefined })
    expect(verdict).toHaveProperty(
      'onlyWhere.en',
      expect.stringMatching(
        /^Wrong only where negate is true: in (\d+) of those \1 cases, and in none of the other \d+\.$/,
      ),
    )
  })

  test('and a result of another length is a matter of value where the length is one', async () => {
    const source = rightPy({
      result:
        '{"total": scaled.sum(), "scaled": scaled, "kept": kept[:1], "label": "%s: %d" % (options["name"], len(scores)), "any": len(kept) > 0}',
    })
    expect(tell(await verdictOn('py', source))).toBe('wrong-answer | kept has shape [1], expected [3]')
  })
})

describe('a result that is not what the signature says is named in the language’s own words', () => {
  test.each<[Language, string, string, string]>([
    [
      'ts',
      rightTs({ result: '42' }),
      'The function returned the number 42, expected { total, scaled, kept, label, any }.',
      '函数返回数值 42，应返回 { total, scaled, kept, label, any }。',
    ],
    [
      'ts',
      rightTs({ result: 'undefined' }),
      'The function returned undefined, expected { total, scaled, kept, label, any }.',
      '函数返回 undefined，应返回 { total, scaled, kept, label, any }。',
    ],
    [
      'ts',
      rightTs({ result: '{ total }' }),
      'The function returned no scaled, expected { total, scaled, kept, label, any }.',
      '函数返回的结果里没有 scaled，应返回 { total, scaled, kept, label, any }。',
    ],
    [
      'ts',
      rightTs({ result: '{ total, scaled: [...data], kept: 1, label: "", any: true }' }),
      '`kept` is the number 1, expected { shape, data: Int32Array }.',
      '`kept` 是数值 1，应为 { shape, data: Int32Array }。',
    ],
    [
      'ts',
      rightTs({ result: '{ total, scaled: { shape: [1, 2], data }, kept, label: "", any: true }' }),
      '`scaled` is an array of shape [1, 2] with 0 values in data, expected { shape, data: Float64Array }.',
      '`scaled` 是形状为 [1, 2]、data 却有 0 个值的数组，应为 { shape, data: Float64Array }。',
    ],
    [
      'ts',
      rightTs().replace('export function', 'export async function'),
      'The function returned a Promise: the function must not be async, expected { total, scaled, kept, label, any }.',
      '函数返回 Promise（函数不能是 async），应返回 { total, scaled, kept, label, any }。',
    ],
    [
      'py',
      rightPy().replace('def scale_scores', 'async def scale_scores'),
      "The function returned a coroutine: the function must not be async, expected a dict with 'total', 'scaled', 'kept', 'label', 'any'.",
      "函数返回 coroutine（函数不能是 async），应返回含键 'total'、'scaled'、'kept'、'label'、'any' 的 dict。",
    ],
    [
      'py',
      rightPy({ result: 'None' }),
      "The function returned None, expected a dict with 'total', 'scaled', 'kept', 'label', 'any'.",
      "函数返回 None，应返回含键 'total'、'scaled'、'kept'、'label'、'any' 的 dict。",
    ],
    [
      'py',
      rightPy({ result: '{"total": 1.0, "scaled": scaled.astype(complex)}' }),
      '`scaled` is a numpy array of complex128, expected a numpy array of float64.',
      '`scaled` 是 dtype 为 complex128 的 numpy 数组，应为 dtype 为 float64 的 numpy 数组。',
    ],
    [
      'py',
      rightPy({ result: '{"total": np.complex128(scaled.sum() + 1j), "scaled": scaled}' }),
      '`total` is a complex128, expected a float.',
      '`total` 是 complex128，应为 float。',
    ],
    [
      'py',
      rightPy({ result: '{"total": 1.0, "scaled": [np.complex64(1 + 1j)]}' }),
      '`scaled` is an array with complex64 at [0], expected a numpy array of float64.',
      '`scaled` 是在 [0] 处为 complex64 的数组，应为 dtype 为 float64 的 numpy 数组。',
    ],
    [
      'py',
      rightPy({ result: '{"total": 1.0, "scaled": [1.5, None]}' }),
      '`scaled` is an array with None at [1], expected a numpy array of float64.',
      '`scaled` 是在 [1] 处为 None 的数组，应为 dtype 为 float64 的 numpy 数组。',
    ],
    [
      'py',
      rightPy({ before: 'scores += 1' }),
      'The function changed its argument scores: work on a copy.',
      '函数改动了参数 scores：请在副本上操作。',
    ],
    [
      'ts',
      rightTs({ before: 'scores.data.fill(1)' }),
      'The function changed its argument scores: work on a copy.',
      '函数改动了参数 scores：请在副本上操作。',
    ],
    [
      'ts',
      rightTs({ before: 'options.power = 1' }),
      'The function changed its argument options: work on a copy.',
      '函数改动了参数 options：请在副本上操作。',
    ],
    [
      'py',
      rightPy({ scaled: 'np.concatenate([scores, scores])' }),
      'scaled has shape [4], expected [2]',
      'scaled 的形状为 [4]，应为 [2]',
    ],
  ])('%s: %#', async (language, source, en, zh) => {
    expect(await verdictOn(language, source)).toMatchObject({
      kind: 'invalid-output',
      failure: { summary: { en, zh } },
    })
  })
})

describe('an error is told with the learner’s own file and line', () => {
  test.each<[Language, string, string, RegExp]>([
    [
      'ts',
      rightTs({ before: 'scores.nothing.here' }),
      'runtime-error',
      /TypeError: .*\n {4}at scaleScores \(scores\.ts:2:18\)$/,
    ],
    [
      'py',
      rightPy({ before: 'options["nothing"]' }),
      'runtime-error',
      /File "scores\.py", line 5, in scale_scores\n.*options\["nothing"\]\n[\s\S]*KeyError: 'nothing'$/,
    ],
    ['ts', 'export function scaleScores(\n  a: number,,\n) {}', 'compile-error', /scores\.ts:2\b/],
    ['js', 'export function scaleScores(\n  a,,\n) {}', 'compile-error', /scores\.js:2\b/],
    ['py', 'def scale_scores(a:\n  pass', 'compile-error', /File "scores\.py", line 1[\s\S]*SyntaxError/],
    [
      'ts',
      'export const other = 1',
      'compile-error',
      /^The file has no function scaleScores: the starter shows how it is called\.$/,
    ],
    ['js', 'export default function scaleScores() {}', 'compile-error', /without `default`\.$/],
    ['js', 'export default (scores) => scores', 'compile-error', /without `default`\.$/],
    ['ts', 'export const scale_scores = () => 0', 'compile-error', /It is called scale_scores here\.$/],
    ['py', 'def ScaleScores(scores, options): pass', 'compile-error', /It is called ScaleScores here\.$/],
    ['js', 'function scaleScores() {}', 'compile-error', /It is not exported: write `export` before it\.$/],
    ['ts', 'const scaleScores = () => 0', 'compile-error', /It is not exported: [^\n]*$/],
    ['ts', 'export class Solution {\n  scaleScores() {}\n}', 'compile-error', /It is a method here: /],
    [
      'py',
      'class Solution:\n    def scale_scores(self):\n        pass',
      'compile-error',
      /It is a method here: /,
    ],
    ['py', '{"cells": [], "metadata": {"x": null}, "nbformat": 4}', 'compile-error', /Jupyter notebook: /],
    ['js', '\n```js\nexport function scaleScores() {}\n```', 'compile-error', /begins with a Markdown fence/],
    ['py', 'import math\n%time\n', 'compile-error', /^Lines that begin with % or ! [\s\S]*line 2\n/],
    ['py', '>>> def scale_scores(): pass\n', 'compile-error', /^The prompts >>> and \.\.\. /],
    ['py', 'from .helper import f', 'compile-error', /^One file is judged alone[\s\S]*relative import/],
    [
      'py',
      'def scale_scores(*all, **more):\n    from helper import scale\n    return scale(*all)',
      'compile-error',
      /^One file is judged alone[\s\S]*line 2, in scale_scores[\s\S]*'helper'$/,
    ],
    // As in C++ one of other types: nothing of it was run.
    [
      'py',
      'def scale_scores(scores):\n    return {}',
      'compile-error',
      /^scale_scores cannot be called as the exercise calls it: takes 1 positional argument but 2 were given\nIt is called as\n {2}scale_scores\(scores, options\)$/,
    ],
    [
      'py',
      'class scale_scores:\n    def __init__(self, scores, options, extra):\n        pass',
      'compile-error',
      /^scale_scores cannot be called as the exercise calls it: missing 1 required positional argument: 'extra'\n/,
    ],
    // Its own line says it where the call is the submission's own.
    [
      'py',
      'def inner(scores):\n    pass\ndef scale_scores(*args):\n    return inner(*args)',
      'runtime-error',
      /line 4, in scale_scores[\s\S]*TypeError: inner\(\) takes 1/,
    ],
    [
      'js',
      "export function scaleScores() {\n  return require('./helper')()\n}",
      'compile-error',
      /^Write `import` instead of require[\s\S]*scores\.js:2:/,
    ],
    [
      'py',
      'import nothing_like_it',
      'compile-error',
      /^One file is judged alone[\s\S]*line 1[\s\S]*ModuleNotFoundError: No module named 'nothing_like_it'$/,
    ],
    [
      'py',
      'import optax.losses',
      'compile-error',
      /^The Python that is used here has no optax; [\s\S]*line 1/,
    ],
    ['py', 'x = 1 / 0', 'compile-error', /^The file cannot be loaded: [\s\S]*line 1[\s\S]*ZeroDivisionError/],
    [
      'py',
      'import os\nos._exit(3)',
      'compile-error',
      /^The file cannot be loaded: it ends[\s\S]*exit code 3/,
    ],
    ['js', 'process.exit(0)', 'compile-error', /^The file cannot be loaded: it ends[\s\S]*exit code 0/],
    ['js', "import './helper.js'", 'compile-error', /^One file is judged alone[\s\S]*'helper\.js'/],
    ['ts', "import 'lodash'", 'compile-error', /^Only Node's own modules[\s\S]*'lodash'/],
    ['ts', 'throw new Error("mine")', 'compile-error', /^The file cannot be loaded: [\s\S]*Error: mine/],
    // Nothing is said of package.json, which the learner does not have.
    ...(['js', 'ts'] as const).map((language): [Language, string, Verdict['kind'], RegExp] => [
      language,
      'module.exports = { scaleScores() {} }',
      'compile-error',
      /^Write `export` before the function(?![\s\S]*package)[\s\S]*ReferenceError: module is not defined/,
    ]),
    ['js', "const fs = require('node:fs')", 'compile-error', /^Write `import` instead(?![\s\S]*package)/],
  ])('%s: %#', async (language, source, kind, message) => {
    const verdict = await verdictOn(language, source)
    expect(verdict).toMatchObject({ kind, message: { en: expect.stringMatching(message) } })
  })
})

describe('a process that will not end, or ends too early, gets its verdict', () => {
  test.each<[Language, string, Partial<Verdict>]>([
    ['ts', rightTs({ before: 'for (;;) {}' }), { kind: 'time-limit', limitMs: 1000 }],
    ['py', rightPy({ before: 'time.sleep(60)' }), { kind: 'time-limit', limitMs: 1000 }],
    ['ts', 'for (;;) {}', { kind: 'time-limit' }],
    ['ts', rightTs({ before: 'process.exit(0)' }), { kind: 'runtime-error', message: exited(0) }],
    ['py', rightPy({ before: 'os._exit(3)' }), { kind: 'runtime-error', message: exited(3) }],
    // It stands in a sentence of ours.
    [
      'py',
      rightPy({ before: 'raise type("Odd\\n\\nAccepted" + "!" * 999, (Exception,), {})' }),
      {
        kind: 'runtime-error',
        failure: { summary: { en: expect.stringMatching(/^The function threw Odd Accepted!{88}…\.$/) } },
      } as never,
    ],
  ])('%s: %#', async (language, source, verdict) => {
    expect(await verdictOn(language, source)).toMatchObject(verdict)
  })
})

describe('memory that runs out is told as such, inside the heap and outside', () => {
  test.each<[Language, string]>([
    ['ts', rightTs({ before: 'const held = []; for (;;) held.push(new Array(1e6).fill({}))' })],
    ['ts', rightTs({ before: 'const held = []; for (;;) held.push(new Uint8Array(1e8).fill(1))' })],
    ['py', rightPy({ before: 'held = [bytearray(10**8) for _ in range(100)]' })],
  ])('%s: %#', async (language, source) => {
    // Less than by default is filled sooner.
    const limits = { ...DEFAULT_LIMITS, memoryMb: 384 }
    const { verdict } = await submit({ graderRoot, language, source, limits })
    expect(verdict).toMatchObject({ kind: 'memory-limit', limitMb: 384 })
  })
})

test('what V8 reserves for its code is no part of the memory that a program may fill', async () => {
  const before =
    'const held = Array.from({ length: 25 }, () => new Uint8Array(1e7).fill(1)); if (held[24][0] !== 1) throw 1'
  const limits = { ...DEFAULT_LIMITS, memoryMb: 640 }
  const { verdict } = await submit({ graderRoot, language: 'ts', source: rightTs({ before }), limits })
  expect(verdict).toMatchObject({ kind: 'accepted' })
})

test('huge wrong results are not all kept: no further case is asked for the diagnosis alone', async () => {
  const result =
    "{ total: 0, scaled: { shape: [7.5e6], data: new Float64Array(7.5e6) }, kept: [], label: '', any: false }"
  let asked = 0
  const { verdict } = await submit({
    graderRoot,
    language: 'ts',
    source: `export function scaleScores(): any { return ${result} }`,
    limits: DEFAULT_LIMITS,
    onProgress(progress) {
      if (progress.kind === 'cases') asked = progress.done
    },
  })
  expect(verdict).toMatchObject({ kind: 'invalid-output', cases: { passed: 0, total: 16 } })
  // Fewer on a machine that is so busy that two take the time that the diagnosis may take.
  expect([1, 2, 3]).toContain(asked)
})

describe('a flood of output is cut', () => {
  test.each<[Language, string]>([
    ['ts', rightTs({ before: "for (;;) console.log('x'.repeat(1000))" })],
    ['py', rightPy({ before: 'while True: print("x" * 1000)' })],
  ])('%s: %#', async (language, source) => {
    const grading = await submit({ graderRoot, language, source, limits: DEFAULT_LIMITS })
    expect(grading.verdict).toMatchObject({ kind: 'output-limit', limitBytes: 2 ** 20 })
    expect(grading.stdout.length).toBeLessThan(2 ** 16)
  })
})

test.each<[Language, string]>([
  [
    'ts',
    rightTs({
      scaled:
        'options.power === 1 && !options.negate ? scores.data : scores.data.map((score: number) => sign * score ** options.power)',
    }),
  ],
  [
    'py',
    rightPy({
      scaled:
        'scores if options["power"] == 1 and not options["negate"] else scores ** options["power"] * sign',
    }),
  ],
  [
    'cpp',
    rightCpp({
      result:
        '{total, options.power == 1 && !options.negate ? scores : scaled, kept, options.name + ": " + std::to_string(scores.data.size()), !kept.data.empty()}',
    }),
  ],
])('an argument that is itself the answer may be given back, in %s', async (language, source) => {
  expect(await verdictOn(language, source)).toMatchObject({ kind: 'accepted' })
})

test('a numpy array without a dimension is the number that it holds', async () => {
  const result =
    '{"total": np.array(scaled.sum()), "scaled": scaled, "kept": kept, "label": f"{options[\'name\']}: {len(scores)}", "any": np.array(len(kept) > 0)}'
  expect(await verdictOn('py', rightPy({ result }))).toMatchObject({ kind: 'accepted' })
  const nested = 'np.array({"total": 1.0}, dtype=object)'
  expect(await verdictOn('py', rightPy({ result: nested }))).toMatchObject({ kind: 'invalid-output' })
})

test('prints come back without what could change the terminal', async () => {
  const before = "if (scores.data.length === 2) console.log('\\x1b[2J\\x1b]0;title\\x07sum\\r\\u202e', 3)"
  const { stdout } = await submit({ graderRoot, language: 'ts', source: rightTs({ before }) })
  expect(stdout).toMatch(/^sum\n 3\n/)
})

test('the same seed asks the same, another seed something else', async () => {
  const source = rightTs({ before: 'console.log(scores.data.join())' })
  const run = async (seed: string) => (await submit({ graderRoot, language: 'ts', source, seed })).stdout
  const [one, again, other] = [await run('one'), await run('one'), await run('other')]
  expect(again).toBe(one)
  expect(other).not.toBe(one)
})

test('nothing is left behind', () => {
  expect(readdirSync(scratches)).toEqual([])
})
