import * as v from 'valibot'
import type { LogEntry } from '../../core/log-entry.ts'
import { compress, decompress } from './compress.ts'

/**
 * Some entries of the log, written once and never changed: a line of JSON that says whose they are and how many, then a line of JSON an entry, compressed by
 * zstd.
 */
export interface SegmentHead {
  readonly device: string
  /** Counted from 1 by each device. */
  readonly number: number
}

/** A segment that is written here is of about as many entries. */
export const ENTRIES_A_SEGMENT = 20_000
/** What a segment may hold at most. One entry may be of 2 MB, though hardly any is of more than some hundred bytes. */
const MOST_BYTES = 2 ** 28
/** No file of more is looked at. */
export const LARGEST_SEGMENT = 2 ** 26

const FORMAT = 1

const HEAD = v.object({
  anneal: v.literal('segment'),
  format: v.literal(FORMAT),
  device: v.string(),
  number: v.number(),
  entries: v.number(),
})

export function encodeSegment({ device, number }: SegmentHead, entries: readonly LogEntry[]): Uint8Array {
  const head = { anneal: 'segment', format: FORMAT, device, number, entries: entries.length }
  const lines = [head, ...entries].map((line) => `${JSON.stringify(line)}\n`)
  return compress(Buffer.from(lines.join('')))
}

/** The entries as they stand there, unchecked; undefined where it is no whole segment of that device and number. */
export function decodeSegment(
  bytes: Uint8Array,
  { device, number }: SegmentHead,
): readonly unknown[] | undefined {
  const plain = decompress(bytes, MOST_BYTES)
  if (plain === undefined) return undefined
  const lines = Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength).toString('utf8').split('\n')
  try {
    const head = v.safeParse(HEAD, JSON.parse(lines[0] ?? ''))
    const isWhole = lines.at(-1) === '' && head.success && head.output.entries === lines.length - 2
    if (!isWhole || head.output.device !== device || head.output.number !== number) return undefined
    return lines.slice(1, -1).map((line) => JSON.parse(line) as unknown)
  } catch {
    return undefined
  }
}
