import type { Random } from '../core/random.ts'
import { sizeOf } from '../core/value.ts'
import type { Nd } from './arrays.ts'

/*
 * For the inputs of a budget: large, and made value by value, so that none is known before it is drawn and no
 * two have a part in common.
 */

/** Every grey value is as likely as every other. */
export function greyNoise(random: Random, height: number, width: number): Nd<'u8'> {
  // Four of them come of one draw, which takes longer than all else here.
  const words = new Uint32Array(Math.ceil((height * width) / 4))
  for (let at = 0; at < words.length; at++) words[at] = random.real() * 2 ** 32
  return { shape: [height, width], data: new Uint8Array(words.buffer).slice(0, height * width) }
}

/** Uniform in [-scale, scale). */
export function uniformNoise(random: Random, shape: readonly number[], scale: number): Nd<'f32'> {
  const data = new Float32Array(sizeOf(shape))
  for (let at = 0; at < data.length; at++) data[at] = (2 * random.real() - 1) * scale
  return { shape, data }
}
