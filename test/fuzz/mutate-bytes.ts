import type { Random } from '../../src/core/random.ts'

type Change = (bytes: Buffer, random: Random, donor: Uint8Array) => Buffer

/** From one to four changes, the rarer the more. */
export function mutateBytes(bytes: Uint8Array, random: Random, donor: Uint8Array): Uint8Array {
  let mutated: Buffer = Buffer.from(bytes)
  do mutated = random.pick(CHANGES)(mutated, random, donor)
  while (random.real() < 0.4)
  return mutated
}

const CHANGES: readonly [Change, ...Change[]] = [
  flipBits,
  putNumber,
  cutShort,
  splice,
  repeat,
  putToken,
  changeZipField,
  changePages,
  changeHead,
]

const place = (bytes: Uint8Array, random: Random) => random.int(0, Math.max(0, bytes.length - 1))

function flipBits(bytes: Buffer, random: Random): Buffer {
  if (bytes.length === 0) return bytes
  for (let left = random.int(1, 16); left > 0; left--) {
    const at = place(bytes, random)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.int(0, 7))
  }
  return bytes
}

const EDGES: readonly [number, ...number[]] = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff]

function putNumber(bytes: Buffer, random: Random): Buffer {
  putAt(bytes, place(bytes, random), random)
  return bytes
}

function putAt(bytes: Buffer, at: number, random: Random): void {
  const number = Buffer.alloc(4)
  if (random.real() < 0.5) number.writeUInt32LE(random.pick(EDGES))
  else number.writeUInt32BE(random.pick(EDGES))
  number.copy(bytes, at, 0, random.pick([1, 2, 4]))
}

function cutShort(bytes: Buffer, random: Random): Buffer {
  return bytes.subarray(0, place(bytes, random))
}

/** A piece of another file instead of one of this. */
function splice(bytes: Buffer, random: Random, donor: Uint8Array): Buffer {
  const [at, from] = [place(bytes, random), place(donor, random)]
  const piece = donor.subarray(from, from + random.int(0, 300))
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at + random.int(0, 300))])
}

function repeat(bytes: Buffer, random: Random): Buffer {
  const at = place(bytes, random)
  const piece = bytes.subarray(at, at + random.int(1, 60))
  return Buffer.concat([bytes.subarray(0, at), ...Array(random.int(1, 200)).fill(piece), bytes.subarray(at)])
}

const TOKENS: readonly [string, ...string[]] = [
  '\0',
  '"',
  '\n',
  '\t',
  ',',
  '../',
  '/etc/',
  '\x1b[2J',
  '-1',
  '1e999',
  '99999999999999999999',
  '{',
  ']',
  '[['.repeat(500),
  '::',
  '==',
  '#',
  '##',
  '---\n',
  'null',
  'true',
  '{{c1::',
  '}}',
  '\u202e',
  '\ufeff',
  '\ud83d',
  '<b>'.repeat(2000),
  '&#0;',
  '$$',
  '```',
  '__proto__',
  'constructor',
  'con',
  '#separator:',
  '#deck column:0\n',
  '#html:true\n',
  '2026-13-45',
  'image: ../../x.png\n',
  'Q: ',
  'C: ',
]

function putToken(bytes: Buffer, random: Random): Buffer {
  const at = place(bytes, random)
  const after = at + (random.real() < 0.5 ? 0 : random.int(0, 20))
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(random.pick(TOKENS)), bytes.subarray(after)])
}

const SIGNATURES = ['PK\x01\x02', 'PK\x03\x04', 'PK\x05\x06']
const ZIP_HEAD_BYTES = 46

/** Sizes, offsets, methods, lengths of names: of the directory, of an entry, or of the end. */
function changeZipField(bytes: Buffer, random: Random): Buffer {
  const starts = SIGNATURES.flatMap((signature) => placesOf(bytes, signature))
  const [first, ...others] = starts
  if (first === undefined) return putNumber(bytes, random)
  putAt(
    bytes,
    Math.min(bytes.length - 1, random.pick([first, ...others]) + random.int(4, ZIP_HEAD_BYTES)),
    random,
  )
  return bytes
}

function placesOf(bytes: Buffer, signature: string): readonly number[] {
  const places: number[] = []
  for (let at = bytes.indexOf(signature); at >= 0; at = bytes.indexOf(signature, at + 1)) places.push(at)
  return places
}

const PAGE_BYTES = 4096

/** Of a database: one in the place of another, one of nothing, or a number in the head of one. */
function changePages(bytes: Buffer, random: Random): Buffer {
  const pages = Math.floor(bytes.length / PAGE_BYTES)
  if (pages < 2) return repeat(bytes, random)
  const [one, other] = [random.int(0, pages - 1) * PAGE_BYTES, random.int(0, pages - 1) * PAGE_BYTES]
  const way = random.int(0, 2)
  if (way === 0) bytes.copy(bytes, one, other, other + PAGE_BYTES)
  else if (way === 1) bytes.fill(0, one, one + PAGE_BYTES)
  else putAt(bytes, one + random.int(0, 11), random)
  return bytes
}

/** What says how the rest is to be read: of zstd, of a database, of protobuf, the header line of a table. */
function changeHead(bytes: Buffer, random: Random): Buffer {
  putAt(bytes, random.int(0, Math.max(0, Math.min(99, bytes.length - 1))), random)
  return bytes
}
