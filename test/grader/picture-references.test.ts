import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { GreyImage } from '../../src/core/pictures/drawing.ts'
import { pictureReferences } from '../../src/grader/picture-references.ts'
import { sampledAp } from '../content/facts/average-precision.ts'

const built = pictureReferences('dist/graders')

test('average precision is the one of the exercise, for any ranking', () => {
  const ranking = fc.array(fc.boolean(), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(ranking, fc.nat(5), (hits, missed) => {
      const positives = Math.max(1, hits.filter(Boolean).length + missed)
      // Levels such as 0.7 then hinge on how they are rounded.
      fc.pre(positives % 5 !== 0)
      expect(built.averagePrecision(hits, positives)).toBeCloseTo(sampledAp(hits, positives, 101), 9)
    }),
  )
})

test('filters are those of the exercises', () => {
  const image: GreyImage = { dtype: 'u8', shape: [3, 3], data: Uint8Array.of(1, 1, 1, 1, 255, 1, 1, 1, 1) }
  expect([...built.medianFilter(image, 3).data]).toEqual(Array.from({ length: 9 }, () => 1))
  expect(built.meanFilter(image, 3).data[4]).toBe(29)
})

test('a reference that is not built is a problem with a remedy', () => {
  const image: GreyImage = { dtype: 'u8', shape: [1, 1], data: Uint8Array.of(1) }
  expect(() => pictureReferences('/nowhere').medianFilter(image, 3)).toThrow(
    'There is no reference /nowhere/median-filter/reference.js.',
  )
})
