import type { Random } from '../core/random.ts'
import type { Dtype, NdArray } from '../core/value.ts'
import type { Nd } from './arrays.ts'
import { takeAlong } from './take-along.ts'

/** The places of an axis in another order. */
export function otherOrder(random: Random, length: number): readonly number[] {
  return random.shuffle(Array.from({ length }, (_, at) => at))
}

/** The places `order` of an axis, in that order. */
export function reordered<D extends Dtype>(array: Nd<D>, axis: number, order: readonly number[]): Nd<D> {
  const { shape, data } = takeAlong(array as unknown as NdArray, axis, order)
  return { shape, data } as Nd<D>
}
