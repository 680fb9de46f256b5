import type { Random } from '../core/random.ts'
import { type DataOf, type Dtype, sizeOf } from '../core/value.ts'
import { ways } from './judge/take-along.ts'

/** An array as a TypeScript submission sees it: row-major, the dtype is that of `data`. */
export interface Nd<D extends Dtype> {
  readonly shape: readonly number[]
  readonly data: DataOf<D>
}

/** Short forms for the hand-made and random cases of a grader. */
export function u8(shape: readonly number[], values: ArrayLike<number>): Nd<'u8'> {
  return { shape, data: Uint8Array.from(values) }
}

export function i32(shape: readonly number[], values: ArrayLike<number>): Nd<'i32'> {
  return { shape, data: Int32Array.from(values) }
}

export function f32(shape: readonly number[], values: ArrayLike<number>): Nd<'f32'> {
  return { shape, data: Float32Array.from(values) }
}

export function f64(shape: readonly number[], values: ArrayLike<number>): Nd<'f64'> {
  return { shape, data: Float64Array.from(values) }
}

/** As many draws as the shape asks for. */
export function draw(shape: readonly number[], next: (at: number) => number): number[] {
  return Array.from({ length: sizeOf(shape) }, (_, at) => next(at))
}

/** Every way to have fewer of the items that is worth a try when a failing case is made smaller. */
export function* fewer<T>(items: readonly T[]): Generator<readonly T[]> {
  for (const kept of ways(items.length)) yield kept.map((at) => items[at] as T)
}

/** Every grey value is as likely as every other; fast enough for the inputs of a budget. */
export function greyNoise(random: Random, height: number, width: number): Nd<'u8'> {
  const data = new Uint8Array(height * width)
  for (let at = 0; at < data.length; at++) data[at] = random.real() * 256
  return { shape: [height, width], data }
}

/** Uniform in [-scale, scale); fast enough for the inputs of a budget. */
export function uniformNoise(random: Random, shape: readonly number[], scale: number): Nd<'f32'> {
  const data = new Float32Array(sizeOf(shape))
  for (let at = 0; at < data.length; at++) data[at] = (2 * random.real() - 1) * scale
  return { shape, data }
}
