import { beginsWith } from '../../core/begins-with.ts'
import { type GivenValue, inputProblem, parseGiven } from '../../core/own-input/given-value.ts'
import { isNpy, parseNpy } from '../../core/own-input/parse-npy.ts'
import type { Unpacked } from './unpack.ts'

/** More than any exercise's function would look at. */
export const MOST_INPUT_BYTES = 32 * 2 ** 20

/**
 * By its first bytes, whatever its name: JSON, arrays of `numpy.save` and `numpy.savez`, or a PNG image.
 * @throws Problem
 */
export async function decodeInput(bytes: Uint8Array, from: string): Promise<GivenValue> {
  if (isNpy(bytes)) return parseNpy(bytes, from)
  if (beginsWith(bytes, 'PK\x03\x04')) return await parseNpz(bytes, from)
  if (beginsWith(bytes, '\x89PNG')) {
    const { decodePng } = await import('./unpack.ts')
    return whole(decodePng(bytes, MOST_INPUT_BYTES), from)
  }
  return parseGiven(decodeText(bytes, from), from)
}

function decodeText(bytes: Uint8Array, from: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw inputProblem(
      { en: `${from} is of no kind that can be read.`, zh: `${from} 不是可读取的格式。` },
      { en: 'Give JSON, .npy, .npz or a .png image.', zh: '请给出 JSON、.npy、.npz 或 .png 图像。' },
    )
  }
}

/** One array for each name. */
async function parseNpz(bytes: Uint8Array, from: string): Promise<GivenValue> {
  const { unzip } = await import('./unpack.ts')
  const files = whole(unzip(bytes, '.npy', MOST_INPUT_BYTES), from)
  return Object.fromEntries(
    Object.entries(files).map(([name, file]) => [
      name.slice(0, -'.npy'.length),
      parseNpy(file, `${from}/${name}`),
    ]),
  )
}

function whole<T>(unpacked: Unpacked<T>, from: string): T {
  switch (unpacked.kind) {
    case 'unpacked':
      return unpacked.value
    case 'too-large':
      throw tooLarge(from)
    case 'broken':
      throw inputProblem(
        { en: `${from} is broken.`, zh: `${from} 已损坏。` },
        { en: 'Save it again.', zh: '请重新保存。' },
      )
  }
}

export function tooLarge(from: string) {
  return inputProblem(
    { en: `${from} is too large.`, zh: `${from} 太大。` },
    { en: `Give at most ${MOST_INPUT_BYTES} bytes.`, zh: `最多 ${MOST_INPUT_BYTES} 字节。` },
  )
}
