import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sharedParts } from '../../src/author/shared-part.ts'
import { createRandom, type Random } from '../../src/core/random.ts'
import type { Value } from '../../src/core/value.ts'

const SIZE = 20_000

function grey(data: Uint8Array): Value {
  return { dtype: 'u8', shape: [data.length], data }
}

function noise({ real }: Random, size: number): Uint8Array {
  return Uint8Array.from({ length: size }, () => real() * 256)
}

test('two windows of one block of noise share a part, wherever they begin', () => {
  const block = noise(createRandom('block'), SIZE + 15_000)
  const place = fc.integer({ min: 0, max: 15_000 })
  fc.assert(
    fc.property(place, place, (one, other) => {
      const window = (start: number) => [3, grey(block.slice(start, start + SIZE))]
      expect(sharedParts(window(one), window(other))).toEqual([1])
    }),
    { numRuns: 20 },
  )
})

test('inputs that are drawn afresh share none, nor do arrays of a few values', () => {
  const input = (seed: string): readonly Value[] => {
    const random = createRandom(seed)
    const numbers = Float32Array.from({ length: SIZE }, random.normal)
    const labels = Int32Array.from({ length: SIZE }, (_, at) => at / 7000)
    return [
      grey(noise(random, SIZE)),
      { dtype: 'f32', shape: [SIZE], data: numbers },
      { dtype: 'i32', shape: [SIZE], data: labels },
      0.5,
    ]
  }
  expect(sharedParts(input('one'), input('other'))).toEqual([])
})

test('floats are compared by their bits, and short arrays are no part of anything', () => {
  const single = (data: readonly number[]): Value => ({
    dtype: 'f32',
    shape: [data.length],
    data: Float32Array.from(data),
  })
  const double = (data: readonly number[]): Value => ({
    dtype: 'f64',
    shape: [data.length],
    data: Float64Array.from(data),
  })
  const data = Array.from({ length: 40 }, (_, at) => at / 3)
  for (const floats of [single, double]) {
    expect(sharedParts([floats(data)], [floats([9, ...data])])).toEqual([0])
    expect(sharedParts([floats(data)], [floats(data.map((value) => value / 3))])).toEqual([])
    expect(sharedParts([floats([1, 2])], [floats([1, 2])])).toEqual([])
  }
})
