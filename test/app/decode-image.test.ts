import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { encode } from 'fast-png'
import { encode as encodeJpeg } from 'jpeg-js'
import { describe, expect, test } from 'vitest'
import { decodeImage } from '../../src/app/decode-image.ts'
import { packedPng, pngChunk } from '../packed-png.ts'
import { runs } from '../seed.ts'

const sizes = fc.record({ width: fc.integer({ min: 1, max: 9 }), height: fc.integer({ min: 1, max: 9 }) })

/** What a page shows of a sample from 0 to 1. */
const onPage = (value: number, opacity: number) => Math.round(255 * (opacity * value + 1 - opacity))

describe('a PNG', () => {
  test.each([
    { what: 'grey', channels: 1, depth: 8 },
    { what: 'grey with opacity', channels: 2, depth: 8 },
    { what: 'colour', channels: 3, depth: 8 },
    { what: 'colour with opacity', channels: 4, depth: 8 },
    { what: 'colour of 16 bits', channels: 3, depth: 16 },
    { what: 'grey with opacity, of 16 bits', channels: 2, depth: 16 },
  ] as const)('in $what has the colours that a white page shows', ({ channels, depth }) => {
    const most = 2 ** depth - 1
    const samples = ({ width, height }: { width: number; height: number }) =>
      fc.array(fc.integer({ min: 0, max: most }), {
        minLength: width * height * channels,
        maxLength: width * height * channels,
      })
    const images = sizes.chain((size) => samples(size).map((values) => ({ ...size, values })))
    fc.assert(
      fc.property(images, ({ width, height, values }) => {
        const data = depth === 16 ? Uint16Array.from(values) : Uint8Array.from(values)
        const pixels = Array.from({ length: width * height }, (_, at) => {
          const own = values.slice(at * channels, (at + 1) * channels).map((value) => value / most)
          const opacity = channels % 2 === 0 ? (own.at(-1) ?? 1) : 1
          const colours = channels < 3 ? [own[0], own[0], own[0]] : own.slice(0, 3)
          return colours.map((value) => onPage(value ?? 0, opacity))
        })
        expect(decodeImage(encode({ width, height, channels, depth, data }))).toEqual({
          width,
          height,
          bytes: Uint8Array.from(pixels.flat()),
        })
      }),
      { numRuns: runs(20) },
    )
  })

  test.each([1, 2, 4])('of %i bits a grey has its greys, also where a row ends within a byte', (depth) => {
    const width = 11
    const greys = Array.from({ length: 2 * width }, (_, at) => (at * 7) % 2 ** depth)
    const rows = [greys.slice(0, width), greys.slice(width)].map((row) => {
      const bits = row.map((grey) => grey.toString(2).padStart(depth, '0')).join('')
      return Uint8Array.from(bits.match(/.{1,8}/g) ?? [], (byte) => Number.parseInt(byte.padEnd(8, '0'), 2))
    })
    const image = decodeImage(packedPng({ width, height: 2, depth, colourType: 0, rows }))
    const bytes = greys.flatMap((grey) => Array(3).fill((255 * grey) / (2 ** depth - 1)))
    expect(image).toEqual({ width, height: 2, bytes: Uint8Array.from(bytes) })
  })

  test('that unpacks to more than its size says is not unpacked', () => {
    const tiny = { width: 1, height: 1, depth: 8, colourType: 2 }
    const zeros = deflateSync(Buffer.alloc(2 ** 26))
    const before = process.memoryUsage().arrayBuffers
    expect(decodeImage(packedPng({ ...tiny, rows: [Buffer.alloc(2 ** 26)] }))).toBe('broken')
    const profile = pngChunk('iCCP', Buffer.concat([Buffer.from('name\0\0'), zeros]))
    const withProfile = packedPng({ ...tiny, rows: [Buffer.of(1, 2, 3)], others: [profile] })
    expect(decodeImage(withProfile)).toEqual({ width: 1, height: 1, bytes: Uint8Array.of(1, 2, 3) })
    // The test itself made the rows and their copies.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4 * 2 ** 26)
  })
})

describe('a JPEG', () => {
  const grey = { width: 16, height: 8, data: Buffer.alloc(16 * 8 * 4, 120) }

  test('has its colours', () => {
    const image = decodeImage(encodeJpeg(grey, 95).data)
    expect(image).toMatchObject({ width: 16, height: 8 })
    const bytes = typeof image === 'string' ? [] : [...image.bytes]
    expect(bytes).toHaveLength(16 * 8 * 3)
    expect(bytes.every((byte) => Math.abs(byte - 120) <= 2)).toBe(true)
  })

  test('that goes over its image again and again is not followed', () => {
    const { data } = encodeJpeg(grey, 95)
    expect(
      decodeImage(Buffer.concat([data.subarray(0, -2), ...Array(200).fill(Buffer.of(0xff, 0xda))])),
    ).toBe('too-large')
  })

  /** As the camera was held: where its upper left corner is, and that to the right of it. */
  test.each([
    { orientation: 1, corner: 'upper left', beside: 'upper right' },
    { orientation: 2, corner: 'upper right', beside: 'upper left' },
    { orientation: 3, corner: 'lower right', beside: 'lower left' },
    { orientation: 4, corner: 'lower left', beside: 'lower right' },
    { orientation: 5, corner: 'upper left', beside: 'lower left' },
    { orientation: 6, corner: 'upper right', beside: 'lower right' },
    { orientation: 7, corner: 'lower right', beside: 'upper right' },
    { orientation: 8, corner: 'lower left', beside: 'upper left' },
  ])('is turned as it was taken: $orientation', ({ orientation, corner, beside }) => {
    // White in the upper left, grey to its right, black below; of blocks that JPEG keeps apart.
    const [width, height] = [32, 48]
    const shade = (at: number) => (Math.floor(at / width) >= 24 ? 0 : at % width < 16 ? 255 : 128)
    const data = Buffer.from(
      Array.from({ length: width * height }, (_, at) => [shade(at), shade(at), shade(at), 255]).flat(),
    )
    for (const order of ['II', 'MM'] as const) {
      const image = decodeImage(
        withOrientation(encodeJpeg({ width, height, data }, 95).data, orientation, order),
      )
      if (typeof image === 'string') throw new Error(image)
      const at = (place: string) => {
        const row = place.startsWith('upper') ? 4 : image.height - 5
        const column = place.endsWith('left') ? 4 : image.width - 5
        return image.bytes[3 * (row * image.width + column)] ?? Number.NaN
      }
      expect([image.width, image.height]).toEqual(orientation < 5 ? [width, height] : [height, width])
      expect(at(corner)).toBeGreaterThan(250)
      expect(Math.abs(at(beside) - 128)).toBeLessThan(6)
    }
  })

  test('that is cut off is broken', () => {
    const { data } = encodeJpeg(grey, 95)
    expect(decodeImage(data.subarray(0, 300))).toBe('broken')
  })
})

test('more pixels than a telephone takes are not decoded', () => {
  const rows = [Uint8Array.of(0)]
  expect(decodeImage(packedPng({ width: 5000, height: 5000, depth: 8, colourType: 0, rows }))).toBe(
    'too-large',
  )
})

test('whatever a file holds, it is decoded or told', () => {
  const beginnings = fc.constantFrom(
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    [0xff, 0xd8, 0xff],
    [0x47],
  )
  fc.assert(
    fc.property(beginnings, fc.uint8Array({ maxLength: 60 }), (beginning, rest) => {
      const begun = decodeImage(Uint8Array.from([...beginning, ...rest]))
      expect(['broken', 'too-large', 'unknown-form']).toContain(begun)
    }),
    { numRuns: runs(100) },
  )
})

/** With a segment of Exif that says nothing else. */
function withOrientation(jpeg: Uint8Array, orientation: number, order: 'II' | 'MM'): Buffer {
  const tiff = Buffer.alloc(26)
  const put = (at: number, value: number) =>
    order === 'II' ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at)
  tiff.write(order, 'latin1')
  put(2, 42)
  put(order === 'II' ? 4 : 6, 8)
  put(8, 1)
  put(10, 0x0112)
  put(12, 3)
  put(order === 'II' ? 14 : 16, 1)
  put(18, orientation)
  const payload = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const length = Buffer.alloc(2)
  length.writeUInt16BE(payload.length + 2)
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.of(0xff, 0xe1), length, payload, jpeg.subarray(2)])
}
