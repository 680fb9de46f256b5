import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../../src/core/exercise.ts'
import type { Grading } from '../../src/core/grading.ts'
import { type Judge, openJudge } from '../../src/grader/grade-submission.ts'
import { openNursery } from '../../src/grader/run/nursery.ts'
import { drawTests } from '../drawn-by-commit.ts'
import { buildTestGraders, CACHE_ROOT, QUICK_LIMITS, rightPy, rightTs, SCALE_SCORES } from './scale-scores.ts'

drawTests('grader/languages', 'grader/protocol')

const nursery = openNursery()
let judge: Judge
beforeAll(async () => {
  const graderRoot = await buildTestGraders()
  judge = openJudge({ graderRoot, cacheRoot: CACHE_ROOT, limits: QUICK_LIMITS, seed: 'values', nursery })
})
afterAll(() => nursery[Symbol.asyncDispose]())

function grade(language: Language, source: string): Promise<Grading> {
  return judge.grade({ exercise: SCALE_SCORES, language, source, fileName: `scores.${language}` })
}

/** With parts of a right result written otherwise. */
function py(change: { readonly [field: string]: string }, wrap = (dict: string) => dict): string {
  const fields = {
    total: 'scaled.sum()',
    scaled: 'scaled',
    kept: 'kept',
    label: 'f"{options[\'name\']}: {len(scores)}"',
    any: 'len(kept) > 0',
    ...change,
  }
  return rightPy({
    result: wrap(`dict(${Object.entries(fields).map(([name, value]) => `${name}=${value}`)})`),
  })
}

function ts(change: { readonly [field: string]: string }, wrap = (object: string) => object): string {
  const fields = {
    total: 'total',
    scaled: '{ shape: scores.shape, data }',
    kept: '{ shape: [kept.length], data: kept }',
    label: "options.name + ': ' + data.length",
    any: 'kept.length > 0',
    ...change,
  }
  return rightTs({
    result: wrap(`{ ${Object.entries(fields).map(([name, value]) => `${name}: ${value}`)} }`),
  })
}

const PYTHON: readonly (readonly [source: string, remark: RegExp | undefined])[] = [
  [py({ kept: 'np.flatnonzero(scaled > 0)' }), /^`kept` is a numpy array of int64: accepted, .*int32\.$/],
  [py({ kept: 'kept.astype(float)' }), /^`kept` is a numpy array of float64: accepted/],
  [py({ kept: 'kept.astype(">i4")' }), undefined],
  [py({ kept: 'kept[::-1][::-1]' }), undefined],
  [py({ kept: 'list(kept)' }), /^`kept` is a list: accepted/],
  [py({ kept: 'tuple(kept.tolist())' }), /^`kept` is a tuple/],
  [py({ kept: '[np.array(one) for one in kept]' }), /^`kept` is a list/],
  [py({ kept: 'kept.astype(object)' }), /^`kept` is a numpy array of object: accepted/],
  [py({ kept: 'memoryview(kept)' }), /^`kept` is a memoryview/],
  [py({ kept: '(A := type("Holder", (), {"__array__": lambda self: kept}))()' }), /^`kept` is a Holder/],
  [py({ scaled: 'scaled.tolist()', kept: 'kept.tolist()' }), /^`scaled` is a list: .* `kept` is a list: /],
  [py({ scaled: 'scaled.astype(np.longdouble)' }), /^`scaled` is a numpy array of (float128|longdouble)/],
  [py({ total: 'np.float64(scaled.sum())' }), undefined],
  [py({ total: 'np.array(scaled.sum())' }), /^`total` is a 0-d array/],
  [py({ total: 'np.longdouble(scaled.sum())' }), undefined],
  [
    py({
      total:
        '__import__("fractions").Fraction(float(scaled.sum())) if np.isfinite(scaled.sum()) else scaled.sum()',
    }),
    /^`total` is a Fraction/,
  ],
  [py({ kept: '__import__("collections").deque(kept)' }), /^`kept` is a deque/],
  [py({ kept: '__import__("array").array("i", kept)' }), /^`kept` is an array/],
  [
    py({ scaled: '__import__("collections").deque(scaled)', kept: 'type("A*b*", (list,), {})(kept)' }),
    /^`scaled` is a deque: .* `kept` is an A\\\*b\\\*: /,
  ],
  [py({ any: 'int(len(kept) > 0)' }), /^`any` is the number [01]: accepted/],
  [py({ any: 'np.array(len(kept) > 0)' }), /^`any` is a 0-d array/],
  [py({}, (dict) => `__import__("types").SimpleNamespace(**${dict})`), /^`result` is a SimpleNamespace/],
  [
    py(
      {},
      (dict) =>
        `__import__("collections").namedtuple("Answer", ["total", "scaled", "kept", "label", "any"])(**${dict})`,
    ),
    /^`result` is an Answer: accepted/,
  ],
  [
    py(
      {},
      (dict) =>
        `__import__("dataclasses").make_dataclass("Answer", ["total", "scaled", "kept", "label", "any"])(**${dict})`,
    ),
    /^`result` is an Answer/,
  ],
  [py({}, (dict) => `__import__("collections").ChainMap(${dict})`), /^`result` is a ChainMap/],
  [py({}, (dict) => `__import__("collections").OrderedDict(${dict})`), undefined],
]

const TYPESCRIPT: typeof PYTHON = [
  [
    ts({ scaled: '{ shape: scores.shape, data: [...data] }' }),
    /^`scaled\.data` is a number\[\]: accepted, .*Float64Array/,
  ],
  [
    ts({ kept: '{ shape: [kept.length], data: Float32Array.from(kept) }' }),
    /^`kept\.data` is a Float32Array/,
  ],
  [
    ts({ kept: '{ shape: [kept.length], data: Uint8ClampedArray.from(kept) }' }),
    /^`kept\.data` is a Uint8ClampedArray/,
  ],
  [
    ts({ kept: '{ shape: [kept.length], data: BigInt64Array.from([...kept], BigInt) }' }),
    /^`kept\.data` is a BigInt64Array/,
  ],
  [
    ts({ kept: '{ shape: [kept.length], data: [...kept].map(BigInt) }' }),
    /^`kept\.data` is a (bigint|number)\[\]/,
  ],
  [ts({ kept: 'kept' }), /^`kept` is a plain Int32Array: accepted/],
  [ts({ kept: '[...kept]' }), /^`kept` is a plain Array: accepted/],
  [ts({ kept: 'kept.length === 0 ? [] : kept' }), /^`kept` is a plain (Array|Int32Array)/],
  [ts({ kept: '({ ...kept, length: kept.length })' }), /^`kept` is a record/],
  [ts({ total: 'Math.round(total) === total ? BigInt(total) : total' }), /^`total` is a bigint/],
  [ts({ any: 'Number(kept.length > 0)' }), /^`any` is the number [01]/],
  [ts({}, (object) => `new Map(Object.entries(${object}))`), /^`result` is a Map: accepted/],
  [ts({}, (object) => `Object.assign(Object.create(null), ${object})`), undefined],
  [ts({}, (object) => `Object.fromEntries(Object.entries(${object}).reverse())`), undefined],
  // A class has the fields that the signature asks for, and so it is what TypeScript would accept.
  [ts({}, (object) => `Object.assign(new (class Answer {})(), ${object})`), undefined],
  [ts({ scaled: '{ shape: scores.shape, get data() { return data } }' }), undefined],
]

describe.each<[Language, typeof PYTHON]>([
  ['py', PYTHON],
  ['ts', TYPESCRIPT],
])('what converts without loss is accepted, in %s', (language, answers) => {
  test.each(answers)('%#', async (source, remark) => {
    const { verdict, remark: said } = await grade(language, source)
    expect(verdict).toMatchObject({ kind: 'accepted' })
    if (remark === undefined) expect(said).toBeUndefined()
    else expect(said?.en).toMatch(remark)
    expect(said === undefined || /\p{Script=Han}/u.test(said.zh)).toBe(true)
  })
})

function tell({ verdict }: Grading): string {
  return `${verdict.kind}: ${'failure' in verdict ? verdict.failure?.summary.en : ''}`
}

describe.each<[Language, string, RegExp]>([
  [
    'py',
    py({ kept: 'kept + 0.5' }),
    /^invalid-output: `kept\[0\]` is \d\.5, expected a whole number of 32 bits: round it/,
  ],
  ['py', py({ kept: 'kept + 2.0**40' }), /`kept\[0\]` is 109951162777\d, expected .*: clip it/],
  ['py', py({ kept: 'kept * np.nan' }), /`kept\[0\]` is NaN, expected .* such as 0 \/ 0/],
  ['py', py({ kept: '[1, "two"]' }), /`kept` is an array with 'two' at \[1\], expected/],
  ['py', py({ kept: '[[1, 2], [3]]' }), /`kept` is an array whose rows are not alike at \[1\]/],
  ['py', py({ kept: 'np.array([1, None])' }), /`kept` is an array with None at \[1\]/],
  ['py', py({ kept: 'np.array([[1, 2], [3]], dtype=object)' }), /rows are not alike at \[1\]/],
  ['py', py({ kept: 'np.array(["1"])' }), /`kept` is an array with '1' at \[0\]/],
  ['py', py({ kept: 'np.ma.array(kept, mask=True)' }), /`kept` is a MaskedArray/],
  ['py', py({ kept: '(at for at in kept)' }), /`kept` is a generator whose values are not made yet/],
  [
    'py',
    py({ kept: 'type("Boxes\\n\\nAccepted", (), {})()' }),
    /^invalid-output: `kept` is a Boxes Accepted, expected/,
  ],
  ['py', py({ total: 'np.ma.array([1.0], mask=True)' }), /`total` is a MaskedArray/],
  ['py', py({ total: '"1"' }), /`total` is a string/],
  ['py', py({}, () => '(1.0, scaled)'), /returned a tuple, expected a dict/],
  [
    'ts',
    ts({ kept: '{ shape: [1], data: [0.5] }' }),
    /^invalid-output: `kept\[0\]` is 0\.5, expected a whole number/,
  ],
  ['ts', ts({ kept: '{ shape: [2], data: [1, "2"] }' }), /`kept` is an array with "2" at \[1\]/],
  ['ts', ts({ kept: '[1, , 2]' }), /`kept` is an array with undefined at \[1\]/],
  [
    'ts',
    ts({ kept: '{ shape: [1], data: [2n ** 70n] }' }),
    /`kept\[0\]` is 1\.1805916207174113e\+21, expected/,
  ],
  ['ts', ts({ kept: 'new (class Boxes {})()' }), /`kept` is a Boxes, expected \{ shape, data: Int32Array \}/],
  ['ts', ts({ kept: '[[1], [2]]' }), /`kept` is a plain Array, expected \{ shape, data: Int32Array \}/],
  ['ts', ts({ kept: 'new Proxy([1], {})' }), /`kept` is a Proxy/],
  [
    'ts',
    ts({ kept: '{ shape: [1], data: new ArrayBuffer(4) }' }),
    /`kept\.data` is an ArrayBuffer, expected/,
  ],
  ['ts', ts({ kept: '{ shape: [1], data: kept.values() }' }), /`kept\.data` is an? [\w ]*Iterator, expected/],
  [
    'ts',
    ts({ kept: '(function* () { yield 1 })()' }),
    /`kept` is a Generator whose values are not made yet, expected/,
  ],
  [
    'ts',
    ts({ kept: '(structuredClone(kept.buffer, { transfer: [kept.buffer] }), { shape: [1], data: kept })' }),
    /`kept` is an array of shape \[1\] with 0 values in data/,
  ],
])('what does not is told by place and value', (language, source, told) => {
  test(`${language}: ${told}`, async () => {
    expect(tell(await grade(language, source))).toMatch(told)
  })
})

const SCORES_HOLD =
  '`scores` is `{ shape, data }`: it has no length and no elements of its own; its numbers are in `scores.data`, row by row.'

describe('a wrong answer', () => {
  test('is told what its arrays cannot hold', async () => {
    const source = py({ scaled: '(scaled + 1.5).astype(int)' })
    const { verdict, remark } = await grade('py', source)
    expect(verdict.kind).toBe('wrong-answer')
    expect(remark?.en).toBe(
      '`scaled` is a numpy array of int64, expected a numpy array of float64: fractions may have been lost in it.',
    )
  })

  test.each<[Language, string, string]>([
    [
      'py',
      rightPy({ before: 'options = scores' }).replace('(scores, options)', '(options, scores)'),
      'The arguments come in the order `scores, options`; your function takes them as `options, scores`.',
    ],
    [
      'ts',
      'export function scaleScores(scores: number[]) {\n  return { n: scores.length.toFixed() }\n}',
      SCORES_HOLD,
    ],
    [
      'ts',
      'export function scaleScores(scores: any) {\n  return { total: scores.reduce((a, b) => a + b) }\n}',
      SCORES_HOLD,
    ],
    [
      'ts',
      'export function scaleScores(scores: any) {\n  return { total: Math.max(...scores) }\n}',
      SCORES_HOLD,
    ],
  ])(
    'or one that throws is told what its writer takes for something else, in %s',
    async (language, source, said) => {
      const { verdict, remark } = await grade(language, source)
      expect(verdict.kind).toBe('runtime-error')
      expect(remark?.en).toBe(said)
    },
  )

  test('is told nothing of a list', async () => {
    const grading = await grade('py', py({ scaled: 'list(scaled + 1)' }))
    expect(grading).toMatchObject({ verdict: { kind: 'wrong-answer' }, remark: undefined })
  })
})

describe('a result that is hostile to read ends its own process alone', () => {
  const holder = (body: string) => `type("Holder", (), {"__array__": lambda self: ${body}})()`
  test.each<[Language, string, RegExp]>([
    ['py', py({ kept: '[0] * 10**7' }), /^invalid-output: .*too many values/],
    ['py', py({ kept: '(x := [[[0] * 1000] * 1000] * 1000)' }), /^invalid-output: .*too many values/],
    ['py', py({ kept: '(x := [], x.append(x), x)[2]' }), /nested too deeply/],
    ['py', py({ kept: holder('1 / 0') }), /^runtime-error/],
    ['py', py({ kept: holder('time.sleep(60)') }), /^time-limit/],
    ['py', py({ kept: holder('self') }), /`kept` is a Holder/],
    [
      'py',
      py(
        {},
        () =>
          'type("Endless", (dict,), {"keys": lambda self: iter(int, 1), "__contains__": lambda self, at: 1 / 0})()',
      ),
      /^runtime-error/,
    ],
    ['ts', ts({ kept: '{ shape: [2 ** 31], data: { length: 2 ** 31 } }' }), /too many values/],
    ['ts', ts({ kept: 'new Array(2 ** 32 - 1)' }), /too many values/],
    ['ts', ts({ kept: '{ shape: [1], get data() { throw new Error("mine") } }' }), /^runtime-error/],
    ['ts', ts({ kept: '{ shape: [1], get data() { for (;;) {} } }' }), /^time-limit/],
    ['ts', ts({ kept: '{ shape: new Proxy([1], {}), data: [1] }' }), /shape is no list of whole numbers/],
    [
      'ts',
      ts({ kept: '(() => { const row: any[] = []; row.push(row); return row })()' }),
      /nested too deeply/,
    ],
  ])('%s: %#', async (language, source, told) => {
    expect(tell(await grade(language, source))).toMatch(told)
  })
})
