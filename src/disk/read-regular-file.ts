import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { codeOf } from '../core/system-error.ts'

export type RegularFile =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'too large'; readonly size: number }
  /** A folder, a pipe that nobody writes to, a device that never ends. */
  | { readonly kind: 'irregular' }

/**
 * What is looked at is what is read, and nothing that could hold the reader for ever.
 * @throws what the system says of a file that is not there or not to be read
 */
export function readRegularFile(path: string, mostBytes: number): RegularFile {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const stats = fstatSync(file)
    if (!stats.isFile()) return { kind: 'irregular' }
    if (stats.size > mostBytes) return { kind: 'too large', size: stats.size }
    return readUpTo(file, mostBytes)
  } finally {
    closeSync(file)
  }
}

/** Undefined where it is not there, not to be read, or no file of at most so many bytes. */
export function bytesOfFile(path: string, mostBytes: number): Uint8Array | undefined {
  try {
    const read = readRegularFile(path, mostBytes)
    return read.kind === 'file' ? read.bytes : undefined
  } catch (error) {
    if (codeOf(error) !== undefined) return undefined
    throw error
  }
}

/** Of files like those below /proc the size is not known before. */
function readUpTo(file: number, mostBytes: number): RegularFile {
  const parts: Buffer[] = []
  let size = 0
  for (;;) {
    const part = Buffer.alloc(PART_BYTES)
    const got = readSync(file, part)
    if (got === 0) return { kind: 'file', bytes: Buffer.concat(parts) }
    parts.push(part.subarray(0, got))
    size += got
    if (size > mostBytes) return { kind: 'too large', size }
  }
}

const PART_BYTES = 2 ** 16
