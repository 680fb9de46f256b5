import { type DataOf, type Dtype, sizeOf } from '../core/value.ts'
import { ways } from './take-along.ts'

/** An array as a TypeScript submission sees it: row-major, the dtype is that of `data`. */
export interface Nd<D extends Dtype> {
  readonly shape: readonly number[]
  readonly data: DataOf<D>
}

/** In reading order: the values, one for all, or what gives each (`random.normal`, or a function of its place). */
export type Values = ArrayLike<number> | number | ((at: number) => number)

export function u8(shape: readonly number[], values: Values): Nd<'u8'> {
  return { shape, data: Uint8Array.from(listed(shape, values)) }
}

export function i32(shape: readonly number[], values: Values): Nd<'i32'> {
  return { shape, data: Int32Array.from(listed(shape, values)) }
}

export function f32(shape: readonly number[], values: Values): Nd<'f32'> {
  return { shape, data: Float32Array.from(listed(shape, values)) }
}

export function f64(shape: readonly number[], values: Values): Nd<'f64'> {
  return { shape, data: Float64Array.from(listed(shape, values)) }
}

/** Every way to have fewer of the items that is worth a try when a failing case is made smaller. */
export function* fewer<T>(items: readonly T[]): Generator<readonly T[]> {
  for (const kept of ways(items.length)) yield kept.map((at) => items[at] as T)
}

function listed(shape: readonly number[], values: Values): ArrayLike<number> {
  if (typeof values === 'object') return values
  const next = typeof values === 'number' ? () => values : values
  return Array.from({ length: sizeOf(shape) }, (_, at) => next(at))
}
