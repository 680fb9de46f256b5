import { describe, expect, test } from 'vitest'
import { fitInput } from '../../../src/core/own-input/fit-input.ts'
import { formatInput } from '../../../src/core/own-input/format-input.ts'
import { parseGiven } from '../../../src/core/own-input/given-value.ts'
import { parseSignature, type Signature } from '../../../src/core/signature.ts'
import { snakeName } from '../../../src/grader/protocol/snake-case.ts'

const MEDIAN = parseSignature('(image: u8[H,W], ksize: int) -> u8[H,W]')
const NMS = parseSignature('(gtBoxes: f32[N,4], scores: f32[N], o: {soft: bool, name: str}) -> i32[K]')
const MINIMUM = parseSignature('(values: f64[N], limit: f64) -> f64')

const read = (text: string, signature: Signature, spell = (name: string) => name) =>
  fitInput(parseGiven(text, 'The input'), signature, spell)

describe('an input of one’s own', () => {
  test('is read by its signature, and written as it is read', () => {
    const text = '{\n  "image": [\n    [1,2,3],\n    [4,5,255]\n  ],\n  "ksize": 3\n}\n'
    const args = read(text, MEDIAN)
    expect(args).toEqual([
      { name: 'image', value: { dtype: 'u8', shape: [2, 3], data: Uint8Array.of(1, 2, 3, 4, 5, 255) } },
      { name: 'ksize', value: 3 },
    ])
    expect(formatInput(args)).toBe(text)
  })

  test('may have no rows: their length is then what the signature says', () => {
    const [boxes] = read('{"gtBoxes": [], "scores": [], "o": {"soft": true, "name": "x"}}', NMS)
    expect(boxes?.value).toMatchObject({ shape: [0, 4] })
  })

  test.each([
    { how: 'as Python writes it', text: '{"values": [NaN, -Infinity, 1], "limit": Infinity}' },
    { how: 'as a text', text: '{"values": ["NaN", "-Infinity", 1], "limit": "Infinity"}' },
    {
      how: 'as fixtures are written',
      text: '{"values": {"dtype": "f64", "shape": [3], "data": "AAAAAAAA+H8AAAAAAADw/wAAAAAAAPA/"}, "limit": {"number": "Infinity"}}',
    },
  ])('has numbers that JSON cannot write, $how', ({ text }) => {
    const args = read(text, MINIMUM)
    expect(args).toMatchObject([
      { value: { dtype: 'f64', data: Float64Array.of(Number.NaN, Number.NEGATIVE_INFINITY, 1) } },
      { value: Number.POSITIVE_INFINITY },
    ])
    expect(read(formatInput(args), MINIMUM)).toEqual(args)
  })

  test('leaves a text alone that only speaks of such numbers', () => {
    const text = '{"gtBoxes": [], "scores": [], "o": {"soft": true, "name": "NaN, \\"Infinity\\""}}'
    expect(read(text, NMS)[2]?.value).toEqual({ soft: true, name: 'NaN, "Infinity"' })
  })

  test('is told of by the names of the language at hand', () => {
    expect(() => read('{"scores": []}', NMS, snakeName)).toThrow('The input lacks gt_boxes.')
    expect(() => read('{"gtBoxes": [], "scores": [], "k": 1, "o": 1}', NMS, snakeName)).toThrow(
      'k, which is no',
    )
  })

  test.each<{ text: string; says: string }>([
    { text: '{', says: 'The input is no JSON' },
    { text: '[1]', says: 'The input is no object with image, ksize.' },
    { text: '{"image": [[1]]}', says: 'The input lacks ksize.' },
    {
      text: '{"imge": [[1]], "ksize": 3}',
      says: 'The input has imge, which is no parameter (did you mean image?).',
    },
    { text: '{"image": [[1]], "ksize": 3.5}', says: 'ksize is 3.5, and must be a whole number.' },
    { text: '{"image": [[1]], "ksize": "3"}', says: 'ksize is "3", and must be a whole number.' },
    { text: '{"image": [[1]], "ksize": [3]}', says: 'ksize is a list, and must be a whole number.' },
    { text: '{"image": [1], "ksize": 3}', says: 'image has the shape [1], and must have [H, W].' },
    { text: '{"image": [[[1]]], "ksize": 3}', says: 'image has the shape [1, 1, 1], and must have [H, W].' },
    {
      text: '{"image": 1, "ksize": 3}',
      says: 'image is 1, and must be an array, as nested lists or a file.',
    },
    {
      text: '{"image": [[1, 2], [3]], "ksize": 3}',
      says: 'image[1] is longer or shorter than its neighbours.',
    },
    { text: '{"image": [[1, [2]]], "ksize": 3}', says: 'image[0][1] is a list, and must be a whole number' },
    {
      text: '{"image": [[1, 2], [3, 256]], "ksize": 3}',
      says: 'image[1][1] is 256, and must be a whole number from 0 to 255.',
    },
    {
      text: '{"image": {"shape": [2, 2], "data": [1, 2, 3]}, "ksize": 3}',
      says: 'image has the shape [2, 2], and data of another length.',
    },
    {
      text: '{"image": {"dtype": "u8", "shape": [1, 1], "data": "??"}, "ksize": 3}',
      says: 'image has the shape [1, 1], and data of another length.',
    },
  ])('is refused where it does not fit: $says', ({ text, says }) => {
    expect(() => read(text, MEDIAN)).toThrow(says)
  })

  test.each<{ text: string; says: string }>([
    {
      text: '{"gtBoxes": [[1, 2, 3]], "scores": [1], "o": {}}',
      says: 'gtBoxes has the shape [1, 3], and must have [N, 4].',
    },
    {
      text: '{"gtBoxes": [[1, 2, 3, 4]], "scores": [1, 2], "o": {}}',
      says: 'scores has the shape [2], and must have [N] with N = 1.',
    },
    {
      text: '{"gtBoxes": [], "scores": [], "o": {"soft": 1, "name": ""}}',
      says: 'o.soft is 1, and must be true or false.',
    },
    {
      text: '{"gtBoxes": [], "scores": [], "o": {"soft": true}}',
      says: 'o lacks name.',
    },
  ])('is refused where lengths or fields do not agree: $says', ({ text, says }) => {
    expect(() => read(text, NMS)).toThrow(says)
  })
})
