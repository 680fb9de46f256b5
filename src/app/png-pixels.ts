import { inflateSync } from 'node:zlib'
import { convertIndexedToRgb, type DecodedPng, decode } from 'fast-png'

/** Row-major; each pixel has its channels: grey or red, green and blue, then its opacity where it has one. */
export interface PngPixels {
  readonly height: number
  readonly width: number
  readonly channels: number
  /** Bits of each. */
  readonly depth: 8 | 16
  readonly data: Uint8Array | Uint8ClampedArray | Uint16Array
}

/** The file may be anyone's: nothing in it unpacks to more than its size says, and that is looked up first. */
export function pngPixels(bytes: Uint8Array, mostPixels: number): PngPixels | 'too-large' | 'broken' {
  const chunks = bytes.length < SIGNATURE ? [] : chunksOf(bytes)
  const size = sizeIn(chunks)
  if (size === undefined) return 'broken'
  if (size.height * size.width > mostPixels) return 'too-large'
  try {
    const rows = Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ data }) => data))
    inflateSync(rows, { maxOutputLength: mostBytesOf(size) })
    const needed = chunks.filter(({ name }) => NEEDED.has(name)).map(({ whole }) => whole)
    return unpacked(decode(Buffer.concat([bytes.subarray(0, SIGNATURE), ...needed])))
  } catch {
    return 'broken'
  }
}

const SIGNATURE = 8
/** All else is about the image, and some of it is packed too. */
const NEEDED = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])

interface Chunk {
  readonly name: string
  readonly data: Buffer
  /** With its length, name and checksum. */
  readonly whole: Buffer
}

function chunksOf(bytes: Uint8Array): readonly Chunk[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const chunks: Chunk[] = []
  for (let at = SIGNATURE; at + 12 <= file.length; ) {
    const end = at + 12 + file.readUInt32BE(at)
    const name = file.toString('latin1', at + 4, at + 8)
    chunks.push({ name, data: file.subarray(at + 8, end - 4), whole: file.subarray(at, end) })
    at = end
  }
  return chunks
}

interface PngSize {
  readonly height: number
  readonly width: number
}

function sizeIn([first]: readonly Chunk[]): PngSize | undefined {
  if (first?.name !== 'IHDR' || first.data.length !== 13) return undefined
  return { width: first.data.readUInt32BE(0), height: first.data.readUInt32BE(4) }
}

/** Four channels of 16 bits, and a byte for each row of each of the passes of an interlaced one. */
function mostBytesOf({ height, width }: PngSize): number {
  return 8 * height * width + 8 * (height + width) + 64
}

/** Colours of a palette, and greys of which several share a byte, as bytes of their own. */
function unpacked(image: DecodedPng): PngPixels {
  const { height, width, channels, depth, data } = image
  const palette = image.palette ?? (depth < 8 ? greysOf(depth) : undefined)
  if (palette === undefined) return { height, width, channels, depth: depth === 16 ? 16 : 8, data }
  const colours = convertIndexedToRgb({ ...image, palette })
  return { height, width, channels: palette[0]?.length ?? 3, depth: 8, data: colours }
}

function greysOf(depth: number): number[][] {
  const most = 2 ** depth - 1
  return Array.from({ length: most + 1 }, (_, grey) => [(255 * grey) / most])
}
