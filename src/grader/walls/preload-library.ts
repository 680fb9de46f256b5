import type { Processor } from './allowed-calls.ts'
import { assemble, type Instruction } from './machine-code.ts'

/** What code may read and change, by the name of its first byte and those of others in it. */
export interface Datum {
  readonly name: string
  readonly bytes: Uint8Array
  readonly marks?: readonly (readonly [name: string, offset: number])[]
}

/**
 * A shared library of nothing but a beginning: named in LD_PRELOAD, the system's loader runs it in a new
 * program's only thread, when all that the program needs is loaded and before a line of it runs.
 *
 *     read and run   ELF header | four segments | no symbol | the code
 *     written        what the loader has to know (dynamic) | the data
 */
export function preloadLibrary(
  instructions: readonly Instruction[],
  data: readonly Datum[],
  processor: Processor,
): Uint8Array {
  const writtenAt = (codeBytes: number) => aligned(CODE_AT + codeBytes)
  const code = assemble(instructions, processor, (codeBytes) => {
    // The same bytes of the file lie in both segments, a page and more apart.
    const start = writtenAt(codeBytes) + APART + DYNAMIC_BYTES - CODE_AT
    return placesOf(data, start)
  })
  const written = writtenAt(code.length)
  const dynamic = DYNAMIC.flatMap((entry) => entry.map(BigInt))
  const total = written + DYNAMIC_BYTES + offsetOf(data, data.length)
  const file = Buffer.alloc(total)
  file.set(header(processor), 0)
  file.set(segments(CODE_AT + code.length, written, total), HEADER_BYTES)
  file.set(NO_SYMBOL, SYMBOLS_AT)
  file.set(code, CODE_AT)
  for (const [index, value] of dynamic.entries()) file.writeBigUInt64LE(value, written + 8 * index)
  for (const [index, { bytes }] of data.entries())
    file.set(bytes, written + DYNAMIC_BYTES + offsetOf(data, index))
  return file
}

function placesOf(data: readonly Datum[], start: number): ReadonlyMap<string, number> {
  const places = data.flatMap(({ name, marks = [] }, index) => {
    const first = start + offsetOf(data, index)
    return [[name, first] as const, ...marks.map(([mark, offset]) => [mark, first + offset] as const)]
  })
  return new Map(places)
}

const HEADER_BYTES = 64
const SEGMENT_BYTES = 56
const SYMBOLS_AT = HEADER_BYTES + 4 * SEGMENT_BYTES
/** A table of one bucket and one symbol, that symbol, and one empty name. */
const NO_SYMBOL = Buffer.concat([Buffer.from(Uint32Array.of(1, 1, 0, 0).buffer), Buffer.alloc(24 + 8)])
const CODE_AT = SYMBOLS_AT + NO_SYMBOL.length
/** No page is larger. */
const APART = 0x1_0000
/** DT_HASH, DT_SYMTAB, DT_STRTAB, DT_STRSZ, DT_SYMENT, DT_INIT, and the end. */
const DYNAMIC = [
  [4, SYMBOLS_AT],
  [6, SYMBOLS_AT + 16],
  [5, SYMBOLS_AT + 40],
  [10, 1],
  [11, 24],
  [12, CODE_AT],
  [0, 0],
]
const DYNAMIC_BYTES = DYNAMIC.length * 16
const MACHINES: { readonly [P in Processor]: number } = { x86_64: 62, aarch64: 183 }

function header(processor: Processor): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES)
  bytes.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1])
  bytes.writeUInt16LE(3, 16)
  bytes.writeUInt16LE(MACHINES[processor], 18)
  bytes.writeUInt32LE(1, 20)
  bytes.writeBigUInt64LE(BigInt(HEADER_BYTES), 32)
  bytes.writeUInt16LE(HEADER_BYTES, 52)
  bytes.writeUInt16LE(SEGMENT_BYTES, 54)
  bytes.writeUInt16LE(4, 56)
  return bytes
}

/** PT_LOAD twice, PT_DYNAMIC, and PT_GNU_STACK, without which the program's stack could be run. */
function segments(readEnd: number, written: number, total: number): Buffer {
  const [READ_RUN, READ_WRITE] = [5, 6]
  return Buffer.concat([
    segment(1, READ_RUN, { from: 0, bytes: readEnd, at: 0 }),
    segment(1, READ_WRITE, { from: written, bytes: total - written, at: written + APART }),
    segment(2, READ_WRITE, { from: written, bytes: DYNAMIC_BYTES, at: written + APART }),
    segment(0x6474e551, READ_WRITE, { from: 0, bytes: 0, at: 0 }),
  ])
}

interface Extent {
  readonly from: number
  readonly bytes: number
  readonly at: number
}

function segment(kind: number, flags: number, { from, bytes, at }: Extent): Buffer {
  const entry = Buffer.alloc(SEGMENT_BYTES)
  entry.writeUInt32LE(kind, 0)
  entry.writeUInt32LE(flags, 4)
  for (const [index, value] of [from, at, at, bytes, bytes, kind === 1 ? APART : 8].entries())
    entry.writeBigUInt64LE(BigInt(value), 8 + 8 * index)
  return entry
}

function offsetOf(data: readonly Datum[], index: number): number {
  return data.slice(0, index).reduce((sum, { bytes }) => sum + aligned(bytes.length), 0)
}

function aligned(length: number): number {
  return Math.ceil(length / 8) * 8
}
