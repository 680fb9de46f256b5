import { deflateSync } from 'node:zlib'
import type { FittedImage } from '../theme/pixels.ts'
import { type Bitmap, bitmapOf, type PixelSize } from './bitmap.ts'
import type { Dialect } from './overlay.ts'

/** The terminal scales it to its own cells; so large, its smoothing can hardly be seen. */
const CELL: PixelSize = { width: 16, height: 32 }

/**
 * Each image is sent once while it is in sight, and then only placed; its source rectangle is the part in
 * sight. Nothing here is answered (q=2): an answer would arrive as keys.
 * @see https://sw.kovidgoyal.net/kitty/graphics-protocol/
 * @param firstId the terminal's other programs number their images too
 */
export function createKitty(firstId: number): Dialect {
  const ids = new Map<string, number>()
  let nextId = firstId
  return {
    show: ({ key, image, firstRow, rows, columns }) => {
      const known = ids.get(key)
      const id = known ?? nextId++
      ids.set(key, id)
      const part = `x=0,y=${firstRow * CELL.height},w=${columns * CELL.width},h=${rows * CELL.height}`
      const place = `\x1b_Ga=p,i=${id},p=1,${part},c=${columns},r=${rows},C=1,q=2\x1b\\`
      return known === undefined ? transmit(id, image) + place : place
    },
    remove: (key) => {
      const id = ids.get(key)
      ids.delete(key)
      return id === undefined ? '' : `\x1b_Ga=d,d=I,i=${id},q=2\x1b\\`
    },
  }
}

const CHUNK = 4096

function transmit(id: number, image: FittedImage): string {
  const height = Math.ceil(image.halves / 2) * CELL.height
  const bitmap = bitmapOf(image, CELL)
  const data = deflateSync(rgbaOf(bitmap, height)).toString('base64')
  const chunks = data.match(new RegExp(`.{1,${CHUNK}}`, 'g')) ?? []
  const head = `a=t,f=32,o=z,s=${bitmap.width},v=${height},i=${id},`
  return chunks
    .map((chunk, at) => `\x1b_G${at === 0 ? head : ''}m=${at < chunks.length - 1 ? 1 : 0},q=2;${chunk}\x1b\\`)
    .join('')
}

/** Transparent below its end, for the last of its cells may be only half covered. */
function rgbaOf({ width, palette, pixels }: Bitmap, height: number): Uint8Array {
  const rgba = new DataView(new ArrayBuffer(width * height * 4))
  const colours = palette.map(([red, green, blue]) => ((red << 24) | (green << 16) | (blue << 8) | 255) >>> 0)
  for (const [at, place] of pixels.entries()) rgba.setUint32(4 * at, colours[place] ?? 0)
  return new Uint8Array(rgba.buffer)
}
