import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'

const LEVEL = 6

export function compress(bytes: Uint8Array): Uint8Array {
  return zstdCompressSync(bytes, {
    params: { [constants.ZSTD_c_compressionLevel]: LEVEL, [constants.ZSTD_c_checksumFlag]: 1 },
  })
}

/** Undefined where they are damaged, or would be more than `mostBytes`. */
export function decompress(bytes: Uint8Array, mostBytes: number): Uint8Array | undefined {
  try {
    return zstdDecompressSync(bytes, { maxOutputLength: mostBytes })
  } catch {
    return undefined
  }
}
