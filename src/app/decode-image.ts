import { decode, type RawImageData } from 'jpeg-js'
import { beginsWith } from '../core/begins-with.ts'
import type { ImageTrouble, RgbImage } from '../core/rgb-image.ts'
import { orientationIn, turned } from './jpeg-orientation.ts'
import { type PngPixels, pngPixels } from './png-pixels.ts'

/** Those of a photograph from a telephone; to decode more takes seconds. */
const MOST_PIXELS = 16_000_000
/** The decoder's own room for such an image, in MB. */
const MOST_MEMORY = 1000

/** A PNG or JPEG, known by its first bytes; it may be anyone's. */
export function decodeImage(bytes: Uint8Array): RgbImage | ImageTrouble {
  if (beginsWith(bytes, JPEG)) return jpegImage(bytes)
  if (!beginsWith(bytes, PNG)) return 'unknown-form'
  const pixels = pngPixels(bytes, MOST_PIXELS)
  return typeof pixels === 'string' ? pixels : onWhite(pixels)
}

const PNG = '\x89PNG\r\n\x1a\n'
const JPEG = '\xff\xd8\xff'

/** What is drawn to be seen through is drawn for a page. */
function onWhite({ height, width, depth, channels, data }: PngPixels): RgbImage {
  const bytes = new Uint8Array(height * width * 3)
  const most = depth === 16 ? 0xffff : 0xff
  const isGrey = channels < 3
  const isOpaque = channels % 2 === 1
  for (let at = 0; at < height * width; at++) {
    const from = at * channels
    const opacity = isOpaque ? 1 : (data[from + channels - 1] ?? most) / most
    for (let channel = 0; channel < 3; channel++) {
      const value = (data[from + (isGrey ? 0 : channel)] ?? 0) / most
      bytes[3 * at + channel] = Math.round(255 * (opacity * value + 1 - opacity))
    }
  }
  return { height, width, bytes }
}

function jpegImage(bytes: Uint8Array): RgbImage | ImageTrouble {
  if (scansIn(bytes) > MOST_SCANS) return 'too-large'
  const limits = { maxResolutionInMP: MOST_PIXELS / 1_000_000, maxMemoryUsageInMB: MOST_MEMORY }
  try {
    const decoded: DecodedJpeg = decode(bytes, { useTArray: true, formatAsRGBA: false, ...limits })
    const { height, width, data, exifBuffer } = decoded
    // A nought still belongs to the segment's name.
    const orientation = exifBuffer === undefined ? 1 : orientationIn(exifBuffer.subarray(1))
    return turned({ height, width, bytes: data }, orientation)
  } catch (error) {
    return error instanceof Error && BEYOND.test(error.message) ? 'too-large' : 'broken'
  }
}

interface DecodedJpeg extends RawImageData<Uint8Array> {
  /** Its types do not name it. */
  readonly exifBuffer?: Uint8Array
}

/** What jpeg-js says of the limits. */
const BEYOND = /^max(?:Resolution|Memory)\w* limit exceeded/

/** Ten are usual. Each goes over the whole image, however few bytes it has. */
const MOST_SCANS = 100

function scansIn(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(0xff); at >= 0; at = bytes.indexOf(0xff, at + 1))
    if (bytes[at + 1] === 0xda) count++
  return count
}
