import { createRandom, type Random } from '../core/random.ts'
import { type DataOf, type Dtype, sizeOf } from '../core/value.ts'
import { ways } from './take-along.ts'

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

/** Every grey value is as likely as every other. Costs nothing, as `uniformNoise`. */
export function greyNoise(random: Random, height: number, width: number): Nd<'u8'> {
  const data = windowOf(GREY, random, height * width, (size) => {
    const { real } = createRandom('grey noise')
    return Uint8Array.from({ length: size }, () => real() * 256)
  })
  return { shape: [height, width], data }
}

/**
 * Uniform in [-scale, scale). Made for the inputs of a budget: what is drawn is where in a block of noise the array begins, and arrays that
 * stand on one block are sent as one.
 */
export function uniformNoise(random: Random, shape: readonly number[], scale: number): Nd<'f32'> {
  const blocks = UNIFORM.get(scale) ?? new Map<number, Float32Array>()
  UNIFORM.set(scale, blocks)
  const data = windowOf(blocks, random, sizeOf(shape), (size) => {
    const { real } = createRandom('uniform noise')
    return Float32Array.from({ length: size }, () => (2 * real() - 1) * scale)
  })
  return { shape, data }
}

const GREY = new Map<number, Uint8Array>()
const UNIFORM = new Map<number, Map<number, Float32Array>>()
/** So many windows does a block have. */
const PLACES = 65_536

/** Blocks are kept by the size of their windows, so that none is sent that is much larger than what is used of it. */
function windowOf<A extends Uint8Array | Float32Array>(
  blocks: Map<number, A>,
  random: Random,
  size: number,
  make: (size: number) => A,
): A {
  const block = blocks.get(size) ?? make(size + PLACES)
  blocks.set(size, block)
  const start = random.int(0, PLACES)
  return block.subarray(start, start + size) as A
}
