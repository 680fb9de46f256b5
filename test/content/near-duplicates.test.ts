import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DUPLICATE_OVERLAP, findNearDuplicates } from '../../src/content/near-duplicates.ts'

/** Few words, so that near duplicates are common. */
const texts = fc.array(fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { minLength: 1, maxLength: 8 }), {
  maxLength: 12,
})

test('the pairs are those that comparing each with each would find', () => {
  fc.assert(
    fc.property(texts, (items) => {
      const found = findNearDuplicates(
        items,
        (words) => words.join(' '),
        () => true,
      )
      const expected = items.flatMap((second, at) =>
        items
          .slice(0, at)
          .filter((first) => overlapOf(first, second) >= DUPLICATE_OVERLAP)
          .map((first) => [first, second]),
      )
      const sorted = (pairs: readonly (readonly (readonly string[])[])[]) =>
        pairs.map((pair) => JSON.stringify(pair)).sort()
      expect(sorted(found.map(({ first, second }) => [first, second]))).toEqual(sorted(expected))
    }),
    { numRuns: 500 },
  )
})

function overlapOf(first: readonly string[], second: readonly string[]): number {
  const shared = first.filter((word) => second.includes(word)).length
  return shared / (first.length + second.length - shared)
}
