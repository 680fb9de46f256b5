import { deepStrictEqual } from 'node:assert'
import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { showableLines } from '../../../src/core/clean-text.ts'
import type { Grading } from '../../../src/core/grading.ts'
import type { CardId } from '../../../src/core/ids.ts'
import { verbatim } from '../../../src/core/locale.ts'
import { ARRAY_TYPES, DTYPES, type NdArray, sizeOf, type Value } from '../../../src/core/value.ts'
import type { Failure, Performance, Verdict, VerdictKind } from '../../../src/core/verdict.ts'
import { DEFAULT_LIMITS } from '../../../src/grader/run/limits.ts'
import { encodeGrading, GRADING } from '../../../src/interop/hub/grading-codec.ts'
import { buildTestGraders, QUICK_LIMITS, rightTs, submit } from '../../grader/scale-scores.ts'

const array: fc.Arbitrary<NdArray> = fc
  .record({
    dtype: fc.constantFrom(...DTYPES),
    shape: fc.array(fc.nat(4), { maxLength: 3 }),
    seed: fc.array(fc.double(), { minLength: 64, maxLength: 64 }),
  })
  .map(({ dtype, shape, seed }) => {
    const numbers = seed.slice(0, sizeOf(shape))
    return { dtype, shape, data: ARRAY_TYPES[dtype].from(numbers) } as NdArray
  })
const field = fc.constantFrom('boxes', 'constructor', 'toString', 'x1', 'valueOf', 'prototype')
const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.double(),
    fc.constantFrom(-0, Number.NaN, Infinity, -Infinity),
    fc.boolean(),
    fc.string({ unit: 'grapheme' }).map(showableLines),
    array,
    fc
      .uniqueArray(fc.tuple(field, tie('value')), { selector: ([name]) => name, maxLength: 3 })
      .map(Object.fromEntries),
  ),
}))

const TEXT = { en: 'magnitude[3, 4] is 0.5', zh: '幅值有误' }
const PERFORMANCE: Performance = {
  tier: 'pass',
  edge: undefined,
  ratio: { ratio: 1.5, budget: 3, interval: [1.25, Infinity], pairs: 5, side: 'within' },
  growth: [
    { label: 'n 5 -> 25', ratio: 4, budget: 6, gold: undefined, interval: [0, 5], pairs: 7, side: 'edge' },
  ],
  memory: [{ label: 'n 5 -> 25', ratio: Number.NaN, budget: 6, interval: [0, 5], pairs: 0, side: 'open' }],
}
const MISTAKE = { id: 'no-bias', message: TEXT, cards: ['optimizers/adam-bias#2' as CardId] }
const LESSON = { of: 'memory', cause: undefined, better: TEXT, cards: MISTAKE.cards } as const
const CASES = { passed: 3, total: 40 }

/** Of each kind at least one. */
function verdictsWith(failure: Failure): {
  readonly [K in VerdictKind]: readonly Extract<Verdict, { kind: K }>[]
} {
  const kindOf = <K extends VerdictKind>(kind: K) => ({ kind, cases: CASES })
  return {
    accepted: [
      { ...kindOf('accepted'), performance: undefined },
      { ...kindOf('accepted'), performance: PERFORMANCE },
    ],
    'wrong-answer': [
      { ...kindOf('wrong-answer'), failure, diagnosis: undefined, onlyWhere: TEXT },
      { ...kindOf('wrong-answer'), failure, diagnosis: { ...MISTAKE, mistakes: [MISTAKE, MISTAKE] } },
    ],
    'invalid-output': [{ ...kindOf('invalid-output'), failure }],
    'runtime-error': [
      { ...kindOf('runtime-error'), failure, message: TEXT },
      { ...kindOf('runtime-error'), failure: undefined, message: verbatim('ZeroDivisionError\n\tat f') },
    ],
    'compile-error': [{ kind: 'compile-error', message: TEXT }],
    'time-limit': [{ ...kindOf('time-limit'), failure, limitMs: 5000 }],
    'memory-limit': [{ ...kindOf('memory-limit'), limitMb: 1024, lesson: LESSON }],
    'output-limit': [{ ...kindOf('output-limit'), limitBytes: 2 ** 20 }],
    'too-slow': [{ ...kindOf('too-slow'), performance: PERFORMANCE }],
    'memory-budget': [{ ...kindOf('memory-budget'), performance: PERFORMANCE, lesson: undefined }],
    inconclusive: [{ ...kindOf('inconclusive'), performance: undefined, reason: TEXT }],
    'judge-error': [{ kind: 'judge-error', detail: TEXT }],
  }
}

const failure: fc.Arbitrary<Failure> = fc
  .record({ got: value, expected: value })
  .map(({ got, expected }) => ({
    case: TEXT,
    args: [{ name: 'image', value: expected }],
    expected,
    got: undefined,
    summary: TEXT,
    worst: {
      at: 'params[7]',
      first: 'params[2]',
      expected: Number.NaN,
      got: -0,
      absolute: Infinity,
      relative: 0.1,
      wrong: 2,
      of: 9,
    },
    imageCase: { name: TEXT, args: [], expected, got, at: undefined },
  }))

const grading = failure.chain((one) =>
  fc.constantFrom(...Object.values(verdictsWith(one)).flat()).map(
    (verdict: Verdict): Grading => ({
      printedIn: 'case',
      verdict,
      remark: undefined,
      language: 'py',
      seed: 'ab12',
      stdout: '图像\n',
      stderr: '',
      elapsedMs: 12.5,
    }),
  ),
)

test('a grading comes back from JSON as it was, whatever its values', () => {
  fc.assert(
    fc.property(grading, (one) => {
      deepStrictEqual(v.parse(GRADING, JSON.parse(JSON.stringify(encodeGrading(one)))), one)
    }),
    { numRuns: 300 },
  )
})

const REAL: readonly (readonly [VerdictKind, string])[] = [
  ['accepted', rightTs()],
  ['wrong-answer', rightTs({ scaled: 'scores.data' })],
  ['wrong-answer', rightTs({ scaled: 'scores.data.map(() => NaN)' })],
  ['wrong-answer', rightTs({ scaled: 'scores.data.map(() => -Infinity)' })],
  ['invalid-output', rightTs({ result: 'null' })],
  ['runtime-error', rightTs({ before: "throw new Error('图像')" })],
  ['compile-error', 'export function scaleScores( {'],
  ['time-limit', rightTs({ before: 'for (;;);' })],
  ['output-limit', rightTs({ before: "for (;;) console.log('x'.repeat(1000))" })],
  ['memory-limit', rightTs({ before: 'for (const all = []; ; ) all.push(new Float64Array(1e6).fill(1))' })],
]

/** Memory that is filled before time runs out, on a slow machine too. */
const SMALL_LIMITS = { ...DEFAULT_LIMITS, memoryMb: 384 }

test('what the judge says comes back as it was', async () => {
  const graderRoot = await buildTestGraders()
  for (const [kind, source] of REAL) {
    const limits = kind === 'time-limit' ? QUICK_LIMITS : SMALL_LIMITS
    const one = await submit({ graderRoot, language: 'ts', source, limits })
    expect(one.verdict.kind).toBe(kind)
    deepStrictEqual(v.parse(GRADING, JSON.parse(JSON.stringify(encodeGrading(one)))), one)
  }
})

const FAILED: Failure = {
  case: TEXT,
  args: [],
  expected: 1,
  got: 2,
  summary: TEXT,
  worst: undefined,
}
const ARRAY = { '#': 'f64', shape: [1], data: Buffer.alloc(8).toString('base64') }

test.each([
  { what: 'a verdict that there is not', wire: wired({ kind: 'perfect' }) },
  { what: 'an array of another length than it says', wire: withGot({ ...ARRAY, shape: [1000] }) },
  { what: 'an array of a kind that there is not', wire: withGot({ ...ARRAY, '#': 'f16' }) },
  { what: 'a negative length', wire: withGot({ ...ARRAY, shape: [-1, -1] }) },
  { what: 'a field that is no name', wire: withGot({ 'a b': 1 }) },
  { what: 'a value without an end', wire: withGot(nested(10_000)) },
  { what: 'a text that fills the screen for days', wire: wired({}, { stdout: 'x'.repeat(2 ** 17) }) },
  {
    what: 'a card that is none',
    wire: wired({ diagnosis: { ...MISTAKE, mistakes: [], cards: ['../etc/passwd'] } }),
  },
  { what: 'nothing', wire: {} },
])('$what is no grading', ({ wire }) => {
  expect(v.is(GRADING, wired({}))).toBe(true)
  expect(v.is(GRADING, withGot(ARRAY))).toBe(true)
  expect(v.is(GRADING, wire)).toBe(false)
})

test('what a terminal would obey does not pass', () => {
  const wire = wired({}, { stdout: 'a\x1b[2Jb', seed: 'x\x07' })
  expect(v.parse(GRADING, wire)).toMatchObject({ stdout: 'ab', seed: 'x' })
  const value = v.parse(GRADING, withGot('a\x1b[2Jb')).verdict
  expect(value).toMatchObject({ failure: { got: 'ab' } })
})

function withGot(got: unknown): object {
  return wired({ failure: { ...FAILED, worst: null, got } })
}

function wired(verdict: object, rest: object = {}): object {
  const wrong = { kind: 'wrong-answer', cases: CASES, failure: { ...FAILED, worst: null }, diagnosis: null }
  const plain = {
    printedIn: 'all',
    remark: null,
    language: 'py',
    seed: 'ab12',
    stdout: '',
    stderr: '',
    elapsedMs: 1,
  }
  return { ...plain, verdict: { ...wrong, ...verdict }, ...rest }
}

function nested(depth: number): unknown {
  let inner: unknown = 1
  for (let at = 0; at < depth; at++) inner = { inner }
  return inner
}
