import { expect, test } from 'vitest'
import { markOrder } from '../../src/core/mark-order.ts'

test.each(['3 1 2', '312', '3,1,2', '3、1、2', '３，１，２', '3 → 1 → 2', ' 3-1-2 '])(
  '%j is right',
  (typed) => {
    expect(markOrder(typed, [3, 1, 2])).toEqual({ kind: 'right' })
  },
)

test('a wrong order is told as it was read', () => {
  expect(markOrder('321', [3, 1, 2])).toEqual({ kind: 'wrong', given: [3, 2, 1] })
})

test.each(['', '31', '3 1 1', '3 1 4', '0 1 2', 'abc', '3 1 2 2', '31 2', '123 1 2', '三 1 2'])(
  '%j is not read',
  (typed) => {
    expect(markOrder(typed, [3, 1, 2])).toEqual({ kind: 'unreadable' })
  },
)

test('more than nine steps need separators', () => {
  const order = [10, 1, 2, 3, 4, 5, 6, 7, 8, 9]
  expect(markOrder(order.join(' '), order)).toEqual({ kind: 'right' })
  expect(markOrder(order.join(''), order)).toEqual({ kind: 'unreadable' })
})
