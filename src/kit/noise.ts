import type { Random } from '../core/random.ts'
import { sizeOf } from '../core/value.ts'
import type { Nd } from './arrays.ts'

/*
 * For the inputs of a budget: large, and made value by value, so that none is known before it is drawn and no two have a part in common.
 */

/** Every grey value is as likely as every other. */
export function greyNoise(random: Random, height: number, width: number): Nd<'u8'> {
  const data = new Uint8Array(height * width)
  for (let at = 0; at < data.length; at++) data[at] = random.real() * 256
  return { shape: [height, width], data }
}

/** Uniform in [-scale, scale). */
export function uniformNoise(random: Random, shape: readonly number[], scale: number): Nd<'f32'> {
  const data = new Float32Array(sizeOf(shape))
  for (let at = 0; at < data.length; at++) data[at] = (2 * random.real() - 1) * scale
  return { shape, data }
}
