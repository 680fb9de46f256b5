import { describe, expect, test } from 'vitest'
import { formatInput } from '../../src/core/format-input.ts'
import { parseInput } from '../../src/core/parse-input.ts'
import { parseSignature } from '../../src/core/signature.ts'

const MEDIAN = parseSignature('(image: u8[H,W], ksize: int) -> u8[H,W]')
const NMS = parseSignature('(boxes: f32[N,4], scores: f32[N], o: {soft: bool, name: str}) -> i32[K]')

describe('an input of one’s own', () => {
  test('is read by its signature, and written as it is read', () => {
    const text = '{\n  "image": [\n    [1,2,3],\n    [4,5,255]\n  ],\n  "ksize": 3\n}\n'
    const args = parseInput(text, MEDIAN)
    expect(args).toEqual([
      { name: 'image', value: { dtype: 'u8', shape: [2, 3], data: Uint8Array.of(1, 2, 3, 4, 5, 255) } },
      { name: 'ksize', value: 3 },
    ])
    expect(formatInput(args)).toBe(text)
  })

  test('may have no rows: their length is then what the signature says', () => {
    const [boxes] = parseInput('{"boxes": [], "scores": [], "o": {"soft": true, "name": "x"}}', NMS)
    expect(boxes?.value).toMatchObject({ shape: [0, 4] })
  })

  test.each<{ text: string; says: string }>([
    { text: '{', says: 'The input is no JSON' },
    { text: '[1]', says: 'input is no object with image, ksize.' },
    { text: '{"image": [[1]]}', says: 'input lacks ksize.' },
    { text: '{"image": [[1]], "ksize": 3, "k": 1}', says: 'input has no parameter k.' },
    { text: '{"image": [[1]], "ksize": 3.5}', says: 'ksize is no whole number.' },
    { text: '{"image": [1], "ksize": 3}', says: 'image[0] is no list.' },
    { text: '{"image": 1, "ksize": 3}', says: 'image is no list.' },
    {
      text: '{"image": [[1, 2], [3]], "ksize": 3}',
      says: 'image[1] is longer or shorter than its neighbours.',
    },
    { text: '{"image": [[256]], "ksize": 3}', says: 'image[0][0] is no whole number from 0 to 255.' },
    { text: '{"image": [[[1]]], "ksize": 3}', says: 'image[0][0] is no whole number from 0 to 255.' },
  ])('is refused where it does not fit: $says', ({ text, says }) => {
    expect(() => parseInput(text, MEDIAN)).toThrow(says)
  })

  test.each<{ text: string; says: string }>([
    {
      text: '{"boxes": [[1, 2, 3]], "scores": [1], "o": {}}',
      says: 'boxes[0] has 3 items, and must have 4.',
    },
    {
      text: '{"boxes": [[1, 2, 3, 4]], "scores": [1, 2], "o": {}}',
      says: 'scores has 2 items, and must have N = 1.',
    },
    {
      text: '{"boxes": [], "scores": [], "o": {"soft": 1, "name": ""}}',
      says: 'o.soft is no true or false.',
    },
  ])('is refused where lengths or fields do not agree: $says', ({ text, says }) => {
    expect(() => parseInput(text, NMS)).toThrow(says)
  })
})
