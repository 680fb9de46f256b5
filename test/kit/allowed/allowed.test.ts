import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRandom } from '../../../src/core/random.ts'
import { type InputRange, parseRange } from '../../../src/core/range.ts'
import { parseSignature } from '../../../src/core/signature.ts'
import type { Value } from '../../../src/core/value.ts'
import { drawAllowed } from '../../../src/kit/allowed/draw-allowed.ts'
import { edgesOf } from '../../../src/kit/allowed/edge-inputs.ts'
import { rangeComplaint } from '../../../src/kit/allowed/range-complaint.ts'

const { params } = parseSignature(
  '(image: u8[H,W], kernel: f32[K,K], rows: f64[2*H+1], labels: i32[H], others: i32[W], ksize: int, options: {mode: str, rate: f64, flag: bool}) -> f32[H]',
)
const RANGES = {
  H: '0..50',
  W: '1..8',
  K: '1..7 step 2',
  image: '0..255',
  kernel: '-4..4 or NaN',
  rows: '-1..1 step 1/8',
  'labels, others': '-2147483648..2147483647',
  ksize: '3..9 step 2',
  'options.rate': '1e-6..10',
}
const input: readonly InputRange[] = [
  ...Object.entries(RANGES).map(([names, text]) => ({ names: names.split(', '), range: parseRange(text) })),
  { names: ['options.mode'], range: { kind: 'choice', values: ['nearest', 'bilinear'] } },
]
const drawn = (seed: string, from = input) =>
  drawAllowed(params, from, createRandom(seed)) as readonly Value[]

test('whatever is drawn is allowed', () => {
  fc.assert(fc.property(fc.string(), (seed) => rangeComplaint(params, input, drawn(seed)) === undefined))
})

test('a length that follows from others does', () => {
  const [image, , rows] = drawn('lengths') as unknown as readonly { readonly shape: readonly number[] }[]
  expect(rows?.shape).toEqual([2 * (image?.shape[0] ?? 0) + 1])
})

test('values that only mean something where they are equal are', () => {
  const isMet = Array.from({ length: 50 }, (_, at) => drawn(`shared ${at}`)).map((args) => {
    const [labels, others] = [args[3], args[4]] as unknown as readonly { readonly data: Int32Array }[]
    return [...(labels?.data ?? [])].some((label) => others?.data.includes(label))
  })
  expect(isMet.filter(Boolean).length).toBeGreaterThan(20)
})

test('both ends of every range are drawn, and zero, each value of a list and what is no number', () => {
  const edges = edgesOf(params, input)
  expect(edges.map(({ name }) => name.en)).toEqual([
    ...['H is 0', 'H is 50', 'W is 1', 'W is 8', 'K is 1', 'K is 7', 'image all 0', 'image all 255'],
    ...[
      'kernel all -4',
      'kernel all 0',
      'kernel all 4',
      'kernel all NaN',
      'rows all -1',
      'rows all 0',
      'rows all 1',
    ],
    ...['labels and others all -2147483648', 'labels and others all 0', 'labels and others all 2147483647'],
    ...['ksize is 3', 'ksize is 9', 'options.rate is 0.000001', 'options.rate is 10'],
    ...['options.mode is nearest', 'options.mode is bilinear'],
  ])
  for (const edge of edges) {
    const args = drawn(edge.name.en, edge.input)
    expect(rangeComplaint(params, input, args), edge.name.en).toBeUndefined()
    expect(rangeComplaint(params, edge.input, args), edge.name.en).toBeUndefined()
  }
})

test('a length is not driven to an end that takes too long', () => {
  const long = input.with(0, { names: ['H'], range: parseRange('0..50000') })
  expect(edgesOf(params, long).map(({ name }) => name.en)).not.toContain('H is 50000')
})

test('what is not allowed is named', () => {
  const [image, kernel, rows, labels, others, , options] = drawn('complaints')
  const args = [image, kernel, rows, labels, others, 4, options] as readonly Value[]
  expect(rangeComplaint(params, input, args)).toEqual({
    en: 'ksize is 4, and its range is 3 to 9, in steps of 2',
    zh: 'ksize 是 4，不在允许的范围（3 到 9，间隔 2）之内',
  })
})
