import { compress, decompress } from '../segments/compress.ts'
import { MOST_PLAIN_BYTES } from './protocol.ts'

export function encodeEntries(entries: readonly object[]): Uint8Array {
  return encodeLines(entries.map((entry) => JSON.stringify(entry)))
}

/** @param lines an entry each, as JSON */
export function encodeLines(lines: readonly string[]): Uint8Array {
  return compress(Buffer.from(lines.map((line) => `${line}\n`).join('')))
}

/**
 * As they stand there, unchecked; what is no JSON is undefined, which is no entry. Undefined altogether for
 * what is damaged or too large.
 */
export function decodeEntries(bytes: Uint8Array): readonly unknown[] | undefined {
  const plain = decompress(bytes, MOST_PLAIN_BYTES)
  if (plain === undefined) return undefined
  const text = Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength).toString('utf8')
  return text.split('\n').filter(Boolean).map(parsed)
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
