import { compress, decompress } from '../segments/compress.ts'
import { parseEntryLine } from '../segments/entry-line.ts'
import { MOST_ENTRIES, MOST_PLAIN_BYTES } from './protocol.ts'

export function encodeEntries(entries: readonly object[]): Uint8Array {
  return encodeLines(entries.map((entry) => JSON.stringify(entry)))
}

/** @param lines an entry each, as JSON */
export function encodeLines(lines: readonly string[]): Uint8Array {
  return compress(Buffer.from(lines.map((line) => `${line}\n`).join('')))
}

/**
 * As they stand there, unchecked. Undefined for what is damaged, or is more bytes or lines than one request may
 * carry: a few kilobytes can unpack to millions of lines.
 */
export function decodeEntries(bytes: Uint8Array): readonly unknown[] | undefined {
  const plain = decompress(bytes, MOST_PLAIN_BYTES)
  if (plain === undefined) return undefined
  const text = Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength).toString('utf8')
  // Behind the end of the last line there is nothing, and one more would be too many.
  const lines = text.split('\n', MOST_ENTRIES + 2)
  return lines.length > MOST_ENTRIES + 1 ? undefined : lines.filter(Boolean).map(parseEntryLine)
}
