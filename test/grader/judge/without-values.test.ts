import { expect, test } from 'vitest'
import type { NdArray } from '../../../src/core/value.ts'
import { withoutValues } from '../../../src/grader/judge/without-values.ts'

const array = (...shape: readonly number[]): NdArray => {
  return { dtype: 'f32', shape, data: new Float32Array(shape.reduce((size, length) => size * length, 1)) }
}

test.each([
  { expected: array(0, 4), got: array(0), shape: [0, 4] },
  { expected: array(3, 0), got: array(0), shape: [3, 0] },
  { expected: array(2, 4), got: array(0), shape: [0] },
  { expected: array(0), got: array(0, 4), shape: [0, 4] },
  { expected: array(0, 4), got: array(2), shape: [2] },
])('where $expected.shape is expected, $got.shape is taken for $shape', ({ expected, got, shape }) => {
  expect(withoutValues(expected, got)).toMatchObject({ shape })
  expect(withoutValues({ boxes: expected, n: 1 }, { boxes: got, n: 2 })).toMatchObject({
    boxes: { shape },
    n: 2,
  })
})
