import * as v from 'valibot'
import { compress, decompress } from './compress.ts'
import { parseEntryLine } from './entry-line.ts'

/**
 * Some entries of the log, written once and never changed: a line of JSON that says whose they are and how
 * many, then a line of JSON an entry, compressed by zstd.
 */
export interface SegmentHead {
  readonly device: string
  /** Counted from 1 by each device. */
  readonly number: number
}

/** A segment that is written here has no more, and ends once it has so many bytes. */
export const ENTRIES_A_SEGMENT = 20_000
export const BYTES_A_SEGMENT = 2 ** 24
/**
 * What a segment may hold at most. The last entry may be of 2 MB, though hardly any is of more than some
 * hundred bytes.
 */
const MOST_BYTES = 2 ** 26
/** No file of more is looked at. */
export const LARGEST_SEGMENT = 2 ** 26

const FORMAT = 1
const LINE_END = 10

const HEAD = v.object({
  anneal: v.literal('segment'),
  format: v.literal(FORMAT),
  device: v.string(),
  number: v.number(),
  entries: v.pipe(v.number(), v.maxValue(2 * ENTRIES_A_SEGMENT)),
})

/** @param lines entries as JSON */
export function encodeSegment({ device, number }: SegmentHead, lines: readonly string[]): Uint8Array {
  const head = { anneal: 'segment', format: FORMAT, device, number, entries: lines.length }
  return compress(Buffer.from([JSON.stringify(head), ...lines, ''].join('\n')))
}

/**
 * The entries as they stand there, unchecked, each read when it is wanted; undefined where it is no whole
 * segment of that device and number.
 */
export function decodeSegment(
  bytes: Uint8Array,
  { device, number }: SegmentHead,
): Iterable<unknown> | undefined {
  const plain = decompress(bytes, MOST_BYTES)
  if (plain === undefined) return undefined
  const text = Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength)
  const head = v.safeParse(HEAD, lineAt(text, 0, text.indexOf(LINE_END)))
  if (!head.success || head.output.device !== device || head.output.number !== number) return undefined
  if (text.at(-1) !== LINE_END || !hasLines(text, 1 + head.output.entries)) return undefined
  return { [Symbol.iterator]: () => entriesOf(text) }
}

function hasLines(text: Buffer, wanted: number): boolean {
  let lines = 0
  for (let at = text.indexOf(LINE_END); at >= 0 && lines <= wanted; at = text.indexOf(LINE_END, at + 1))
    lines++
  return lines === wanted
}

function* entriesOf(text: Buffer): Generator<unknown> {
  let from = text.indexOf(LINE_END) + 1
  while (from < text.length) {
    const end = text.indexOf(LINE_END, from)
    yield lineAt(text, from, end)
    from = end + 1
  }
}

function lineAt(text: Buffer, from: number, end: number): unknown {
  return parseEntryLine(text.toString('utf8', from, Math.max(from, end)))
}
