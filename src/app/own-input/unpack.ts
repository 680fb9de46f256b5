import { unzipSync } from 'fflate'
import type { GivenArray } from '../../core/own-input/given-value.ts'
import { pngPixels } from '../png-pixels.ts'

/**
 * What of a file could be told apart: its libraries are a part of the program of their own, which is read
 * where it is needed.
 */
export type Unpacked<T> =
  | { readonly kind: 'unpacked'; readonly value: T }
  | { readonly kind: 'broken' | 'too-large' }

/** The files in an archive whose names end so. */
export function unzip(
  bytes: Uint8Array,
  ending: string,
  mostBytes: number,
): Unpacked<{ readonly [name: string]: Uint8Array }> {
  let isTooLarge = false
  try {
    const value = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        isTooLarge ||= originalSize > mostBytes
        return !isTooLarge && name.endsWith(ending)
      },
    })
    return isTooLarge ? { kind: 'too-large' } : { kind: 'unpacked', value }
  } catch {
    return { kind: 'broken' }
  }
}

/** Grey as rows and columns, else with a third axis for the channels. */
export function decodePng(bytes: Uint8Array, mostPixels: number): Unpacked<GivenArray> {
  const image = pngPixels(bytes, mostPixels)
  if (typeof image === 'string') return { kind: image }
  const { height, width, channels, depth, data } = image
  const shape = channels === 1 ? [height, width] : [height, width, channels]
  return { kind: 'unpacked', value: { dtype: depth === 16 ? 'uint16' : 'uint8', shape, data } }
}
