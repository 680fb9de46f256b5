import { crc32, deflateSync } from 'node:zlib'

export interface PackedPng {
  readonly width: number
  readonly height: number
  /** Bits of a sample. */
  readonly depth: number
  /** As the PNG specification numbers them: 0 is grey, 2 red, green and blue. */
  readonly colourType: number
  /** The rows' bytes, without those that name a filter. */
  readonly rows: readonly Uint8Array[]
  readonly others?: readonly Buffer[]
}

/** A PNG of any depth, as the specification (ISO/IEC 15948, 5 and 11) has it; encoders write few of them. */
export function packedPng({ width, height, depth, colourType, rows, others = [] }: PackedPng): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([depth, colourType], 8)
  const filtered = Buffer.concat(rows.flatMap((row) => [Buffer.of(0), row]))
  return Buffer.concat([
    Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    pngChunk('IHDR', head),
    ...others,
    pngChunk('IDAT', deflateSync(filtered)),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

export function pngChunk(name: string, data: Uint8Array): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
