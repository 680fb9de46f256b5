import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstInOrder } from '../../src/core/first-in-order.ts'

interface Item {
  readonly size: number
  readonly at: number
}

const bySize = (one: Item, other: Item) => one.size - other.size

test('the first in order are those that sorting puts first, equal ones as they were', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5)), fc.nat(8), (sizes, count) => {
      const items = sizes.map((size, at) => ({ size, at }))
      expect(firstInOrder(items, count, bySize)).toEqual(items.toSorted(bySize).slice(0, count))
    }),
  )
})
