import { expect, test } from 'vitest'
import { argsortAsNumpy } from '../../src/kit/numpy-argsort.ts'

/** np.argsort of numpy 2.4, without what it has for newer processors. */
test('equal keys come in the order in which numpy leaves them', () => {
  const keys = [1, 1, 5, 4, 3, 2, 5, 4, 1, 2, 3, 5, 2, 2, 1, 1, 5]
  expect(argsortAsNumpy(keys)).toEqual([0, 14, 15, 8, 1, 5, 9, 12, 13, 4, 10, 7, 3, 6, 2, 11, 16])
})

test('few keys, and keys that differ, are sorted as by any sort', () => {
  expect(argsortAsNumpy([])).toEqual([])
  expect(argsortAsNumpy([2, 1, 2, 1])).toEqual([1, 3, 0, 2])
  const keys = Array.from({ length: 200 }, (_, at) => (at * 77) % 211)
  expect(argsortAsNumpy(keys).map((at) => keys[at])).toEqual(keys.toSorted((a, b) => a - b))
})
