import { type NdArray, sizeOf } from '../core/value.ts'

/** Every way to have less of `length` places that is worth a try: either half, then all but one of them. */
export function* ways(length: number): Generator<readonly number[]> {
  const all = Array.from({ length }, (_, at) => at)
  const half = Math.floor(length / 2)
  if (length === 0) return
  yield all.slice(0, half)
  if (length > 1) yield all.slice(half)
  if (length > MOST_SINGLE) return
  for (const left of length > 2 ? all.toReversed() : []) yield all.filter((at) => at !== left)
}

const MOST_SINGLE = 32

/** The places `kept` of an axis, in that order. */
export function takeAlong(array: NdArray, axis: number, kept: readonly number[]): NdArray {
  const { shape, data } = array
  const length = shape[axis] ?? 0
  const [outer, inner] = [sizeOf(shape.slice(0, axis)), sizeOf(shape.slice(axis + 1))]
  const taken = data.slice(0, outer * kept.length * inner)
  for (let block = 0; block < outer; block++) {
    for (const [to, from] of kept.entries()) {
      const start = (block * length + from) * inner
      taken.set(data.subarray(start, start + inner) as never, (block * kept.length + to) * inner)
    }
  }
  return { ...array, shape: shape.with(axis, kept.length), data: taken } as NdArray
}
