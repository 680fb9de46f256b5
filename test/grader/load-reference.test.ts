import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { GreyImage } from '../../src/core/drawing.ts'
import { averagePrecisionOf } from '../../src/core/pictures/ranked-scene.ts'
import type { ImageFilter } from '../../src/core/pictures/references.ts'
import { referenceLoader } from '../../src/grader/load-reference.ts'
import { sampledAp } from '../content/facts/average-precision.ts'

const built = referenceLoader('dist/graders')

test('average precision is the one of the exercise, for any ranking', () => {
  const ranking = fc.array(fc.boolean(), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(ranking, fc.nat(5), (hits, missed) => {
      const positives = Math.max(1, hits.filter(Boolean).length + missed)
      // Levels such as 0.7 then hinge on how they are rounded.
      fc.pre(positives % 5 !== 0)
      expect(averagePrecisionOf(hits, positives, built)).toBeCloseTo(sampledAp(hits, positives, 101), 9)
    }),
  )
})

test('filters are those of the exercises', () => {
  const image: GreyImage = { dtype: 'u8', shape: [3, 3], data: Uint8Array.of(1, 1, 1, 1, 255, 1, 1, 1, 1) }
  expect([...built<ImageFilter>('median-filter')(image, 3).data]).toEqual(Array.from({ length: 9 }, () => 1))
  expect(built<ImageFilter>('mean-filter')(image, 3).data[4]).toBe(29)
})

test('a reference that is not built is a problem with a remedy', () => {
  expect(() => referenceLoader('/nowhere')('median-filter')).toThrow(
    'There is no reference /nowhere/median-filter/reference.js.',
  )
})
