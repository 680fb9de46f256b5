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
  return { shape, data: filled(Uint8Array, shape, values) }
}

export function i32(shape: readonly number[], values: Values): Nd<'i32'> {
  return { shape, data: filled(Int32Array, shape, values) }
}

export function f32(shape: readonly number[], values: Values): Nd<'f32'> {
  return { shape, data: filled(Float32Array, shape, values) }
}

export function f64(shape: readonly number[], values: Values): Nd<'f64'> {
  return { shape, data: filled(Float64Array, shape, values) }
}

/** Every way to have fewer of the items that is worth a try when a failing case is made smaller. */
export function* fewer<T>(items: readonly T[]): Generator<readonly T[]> {
  for (const kept of ways(items.length)) yield kept.map((at) => items[at] as T)
}

/**
 * Without a list of the numbers first: that takes five times as long, and each measurement of a budget draws
 * by the million.
 */
function filled<A extends Uint8Array | Int32Array | Float32Array | Float64Array>(
  of: new (from: number | ArrayLike<number>) => A,
  shape: readonly number[],
  values: Values,
): A {
  if (typeof values === 'object') return new of(values)
  const data = new of(sizeOf(shape))
  if (typeof values === 'number') data.fill(values)
  else for (let at = 0; at < data.length; at++) data[at] = values(at)
  return data
}
