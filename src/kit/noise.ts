import { createRandom, type Random } from '../core/random.ts'
import { sizeOf } from '../core/value.ts'
import type { Nd } from './arrays.ts'

/*
 * Made for the inputs of a budget, for it costs nothing: what is drawn is where in a block of noise the array begins,
 * and arrays that stand on one block are sent as one.
 */

/** Every grey value is as likely as every other. */
export function greyNoise(random: Random, height: number, width: number): Nd<'u8'> {
  const data = windowOf(GREY, random, height * width, (size) => {
    const { real } = createRandom('grey noise')
    return Uint8Array.from({ length: size }, () => real() * 256)
  })
  return { shape: [height, width], data }
}

/** Uniform in [-scale, scale). */
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
