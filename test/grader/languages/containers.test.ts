import { execFileSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Type } from '../../../src/core/signature.ts'
import { ARRAY_TYPES, DTYPES, type Dtype, type NdArray } from '../../../src/core/value.ts'
import { capture } from '../../../src/grader/languages/node/harness/capture.ts'
import { findPython } from '../../../src/grader/languages/python/find-python.ts'
import { createEncoder } from '../../../src/grader/protocol/encode-value.ts'
import { type ReadValue, readValue } from '../../../src/grader/protocol/read-value.ts'

/** Numbers of a shape, as someone computed them who thought of no dtype. */
interface Numbers {
  readonly shape: readonly number[]
  readonly values: readonly number[]
}

const anyNumber = fc.oneof(
  fc.integer({ min: -3, max: 300 }),
  fc.integer(),
  fc.float(),
  fc.double(),
  fc.constantFrom(0, 255, 256, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 2 ** 53, 3.5e38, -0),
)
const numbers: fc.Arbitrary<Numbers> = fc
  .array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 })
  .chain((shape) => {
    const length = shape.reduce((product, part) => product * part, 1)
    const ofOne = (one: fc.Arbitrary<number>) => fc.array(one, { minLength: length, maxLength: length })
    // Else hardly any would fit into bytes.
    return fc
      .oneof(ofOne(fc.integer({ min: 0, max: 255 })), ofOne(fc.float()), ofOne(anyNumber))
      .map((values) => ({ shape, values }))
  })

function nested({ shape, values }: Numbers): unknown[] {
  const [length = 0, ...inner] = shape
  if (inner.length === 0) return [...values]
  const step = values.length / length
  return Array.from({ length }, (_, at) =>
    nested({ shape: inner, values: values.slice(at * step, (at + 1) * step) }),
  )
}

/** What an assignment to such an array would keep of the numbers, and whether they survive it. */
function kept({ shape, values }: Numbers, dtype: Dtype): NdArray | undefined {
  const data = new ARRAY_TYPES[dtype](values)
  const isFloat = dtype === 'f32' || dtype === 'f64'
  const holds = values.every(
    (value, at) => data[at] === value || (isFloat && Number.isFinite(data[at]) === Number.isFinite(value)),
  )
  return holds ? ({ dtype, shape, data } as NdArray) : undefined
}

/** Right or told: never another value. */
function expectKept(read: ReadValue, given: Numbers, dtype: Dtype, asked = given as object): void {
  const about = JSON.stringify(asked)
  const value = kept(given, dtype)
  if (value !== undefined) expect(read, about).toMatchObject({ kind: 'value', value: { shape: value.shape } })
  if (read.kind === 'value') {
    // The zeros are one number.
    const plain = (array: NdArray) => Array.from(array.data, (one) => one + 0)
    expect(plain(read.value as NdArray), about).toEqual(value && plain(value))
  } else {
    const [lost] = given.values.filter((one) => kept({ shape: [1], values: [one] }, dtype) === undefined)
    expect(read, about).toMatchObject({ got: { kind: 'lost', value: lost } })
  }
}

const typeOf = (dtype: Dtype, { shape }: Pick<Numbers, 'shape'>): Type => {
  return { kind: 'array', dtype, dims: shape.map(String) }
}
const isWhole = (values: readonly number[]) => values.every(Number.isSafeInteger)

type Container = (given: Numbers) => unknown
const holder =
  (make: (values: readonly number[]) => unknown): Container =>
  ({ shape, values }) => ({ shape, data: make(values) })

const CONTAINERS: { readonly [name: string]: Container } = {
  'number[]': holder((values) => [...values]),
  Float64Array: holder((values) => Float64Array.from(values)),
  'class with getters': ({ shape, values }) =>
    new (class {
      readonly shape = Int32Array.from(shape)
      get data() {
        return { ...values, length: values.length }
      }
    })(),
  'rows within rows': nested,
  'data of rows': (given) => ({ shape: given.shape, data: nested(given) }),
}

describe.each(Object.entries(CONTAINERS))('in JavaScript, %s', (_, container) => {
  test('decodes to the numbers that it holds, or one is told that is lost', () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom(...DTYPES), (given, dtype) => {
        expectKept(inJavaScript(container(given), typeOf(dtype, given)), given, dtype)
      }),
    )
  })
})

test.each([
  BigInt64Array,
  Float32Array,
  Float16Array,
  Int8Array,
  Uint16Array,
  Uint8ClampedArray,
  Uint32Array,
])('in JavaScript, %o decodes to the numbers that it holds', (Typed) => {
  fc.assert(
    fc.property(numbers, fc.constantFrom(...DTYPES), ({ shape, values }, dtype) => {
      const data =
        Typed === BigInt64Array
          ? BigInt64Array.from(
              values.filter((one) => isWhole([one])),
              BigInt,
            )
          : (Typed as typeof Float32Array).from(values)
      const given = data.length === values.length ? shape : [data.length]
      const held = { shape: given, values: Array.from(data as ArrayLike<number | bigint>, Number) }
      expectKept(inJavaScript({ shape: given, data }, typeOf(dtype, held)), held, dtype)
    }),
  )
})

function inJavaScript(value: unknown, type: Type): ReadValue {
  const encoder = createEncoder()
  const encoded = JSON.parse(JSON.stringify(capture(value, type, encoder))) as unknown
  return readValue(type, encoded, encoder.payload(), 'result')
}

const NUMPY_NAMES = [
  'int8',
  'uint8',
  'int16',
  '>i4',
  'int64',
  'uint64',
  'float16',
  'float32',
  '>f8',
  'float64',
  'bool',
  'longdouble',
]
/** In Python, of `rows`: lists of floats, or of ints where all are whole. */
const FORMS = [
  'rows',
  'deep(tuple, rows)',
  '[np.array(row) for row in rows]',
  'deque(rows)',
  '[array.array("d", row) for row in rows] if isinstance(rows[0], list) and not isinstance(rows[0][0], list) else rows',
  'deep(np.float64, rows)',
  'np.asfortranarray(rows)',
  'np.array(rows)[..., ::-1][..., ::-1]',
  'Holder(np.array(rows))',
  'np.array(rows, dtype=object)',
  'memoryview(np.array(rows, float))',
] as const

const DRIVER = `
import base64, json, sys
import numpy as np
for name in ("rows.py", "tensors.py", "values.py"):
    with open(sys.argv[1] + "/" + name) as source:
        exec(source.read())
capture, _ = value_readers(np)

class Parts:
    def __init__(self):
        self.held = bytearray()
    def add(self, data):
        at = len(self.held)
        self.held += data
        return at

class Holder:
    def __init__(self, array):
        self.array = array
    def __array__(self, *_, **__):
        return self.array

def number(text):
    # What a learner's own arrays of whole numbers hold.
    return int(text) if abs(int(text)) < 2**62 else float(text)

def deep(make, rows):
    if isinstance(rows, list):
        inner = [deep(make, row) for row in rows]
        return tuple(inner) if make is tuple else inner
    return rows if make is tuple else make(rows)

def read(asked):
    rows = asked["rows"]
    with np.errstate(all="ignore"):
        value = np.array(rows, float).astype(asked["numpy"]) if asked["numpy"] else eval(asked["form"])
    held = np.array(value.array if isinstance(value, Holder) else value, dtype=float)
    parts = Parts()
    encoded = capture(value, parts, {"kind": "array", "dtype": asked["dtype"]})
    return {
        "held": [repr(float(one)) for one in held.ravel()],
        "encoded": encoded,
        "payload": base64.b64encode(parts.held).decode(),
    }

print(json.dumps([read(asked) for asked in json.load(sys.stdin, parse_int=number)]))
`

interface Answered {
  readonly held: readonly string[]
  readonly encoded: unknown
  readonly payload: string
}

test('in Python, every dtype and container decodes to the numbers that it holds, or one is told that is lost', async () => {
  const { path } = await findPython()
  const harness = resolve(join('src', 'grader', 'languages', 'python', 'harness'))
  const finite = numbers.filter(({ values }) => values.every(Number.isFinite))
  const asked = fc.record({
    given: finite,
    dtype: fc.constantFrom(...DTYPES),
    numpy: fc.option(fc.constantFrom(...NUMPY_NAMES)),
    form: fc.constantFrom(...FORMS),
  })
  // In one process: to start one for each would take minutes.
  const questions = fc.sample(asked, 600)
  const input = JSON.stringify(questions.map(({ given, ...rest }) => ({ ...rest, rows: nested(given) })))
  const output = execFileSync(path, ['-W', 'ignore', '-c', DRIVER, harness], { input, encoding: 'utf8' })
  const answers = JSON.parse(output) as readonly Answered[]
  expect(answers).toHaveLength(questions.length)
  for (const [at, { held, encoded, payload }] of answers.entries()) {
    const { given, dtype } = questions[at] as (typeof questions)[number]
    const values = held.map((one) => Number(one.replace('inf', 'Infinity').replace('nan', 'NaN')))
    const read = readValue(typeOf(dtype, given), encoded, Buffer.from(payload, 'base64'), 'result')
    expectKept(read, { shape: given.shape, values }, dtype, questions[at])
  }
})
