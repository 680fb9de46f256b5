import type { Readable } from 'node:stream'
import { createZstdDecompress, zstdDecompressSync } from 'node:zlib'
import { PbfReader } from 'pbf'
import { brokenProblem } from '../../../core/imported/broken-file.ts'
import type { ImportedMedium } from '../../../core/imported/imported-source.ts'
import { type Archive, asBroken, tooLarge } from './archive.ts'
import type { PackageKind } from './package-kind.ts'

const MOST_LIST_BYTES = 100_000_000
const MOST_BYTES = 1_000_000_000

interface ListedMedium {
  readonly entry: string
  readonly name: string
  /** Undefined where the list does not say it. */
  readonly size: number | undefined
}

export interface PackageMedia {
  readonly media: readonly ImportedMedium[]
  /** Named in the list as nothing should be called, or not in the archive. */
  readonly leftOut: number
}

/** The images and sounds of an archive. */
export async function packageMedia(archive: Archive, kind: PackageKind, path: string): Promise<PackageMedia> {
  const listed = archive.has('media')
    ? readList(await archive.bytes('media', MOST_LIST_BYTES), kind, path)
    : []
  const usable = listed.filter(({ entry, name }) => isFileName(name) && archive.has(entry))
  const byName = new Map(usable.map((one) => [one.name, one]))
  const media = [...byName.values()].map(({ entry, name, size }) => ({
    name,
    size: size ?? archive.packedBytes(entry),
    read: () => unpacked(archive, entry, size, kind, path),
  }))
  return { media, leftOut: listed.length - media.length }
}

/** No path, nothing hidden, no letters that move what stands beside them. */
function isFileName(name: string): boolean {
  return name.length <= 255 && /^[^./\\:\p{C}][^/\\:\p{C}]*$/u.test(name)
}

function readList(bytes: Uint8Array, kind: PackageKind, path: string): readonly ListedMedium[] {
  try {
    if (!kind.isPacked) return listInJson(Buffer.from(bytes).toString('utf8'))
    return listInProtobuf(zstdDecompressSync(bytes, { maxOutputLength: MOST_LIST_BYTES }))
  } catch (error) {
    throw brokenProblem(
      path,
      { en: 'has a list of media that cannot be read', zh: '的媒体清单无法读取' },
      error,
    )
  }
}

function listInJson(text: string): readonly ListedMedium[] {
  const list: unknown = text.trim() === '' ? {} : JSON.parse(text)
  if (typeof list !== 'object' || list === null) throw new TypeError('The list of media is no object')
  return Object.entries(list).map(([entry, name]) => ({
    entry,
    name: String(name).normalize('NFC'),
    size: undefined,
  }))
}

/** `MediaEntries` of Anki's import_export.proto; its places are the names in the archive. */
function listInProtobuf(bytes: Uint8Array): readonly ListedMedium[] {
  const found: { name: string; size: number; entry: number | undefined }[] = []
  new PbfReader(bytes).readFields((tag, _, pbf) => {
    if (tag !== 1) return
    const medium = { name: '', size: 0, entry: undefined as number | undefined }
    pbf.readMessage((field, one, inner) => {
      if (field === 1) one.name = inner.readString()
      else if (field === 2) one.size = inner.readVarint()
      else if (field === 255) one.entry = inner.readVarint()
    }, medium)
    found.push(medium)
  }, undefined)
  return found.map(({ name, size, entry }, at) => ({
    entry: String(entry ?? at),
    name: name.normalize('NFC'),
    size,
  }))
}

async function* unpacked(
  archive: Archive,
  entry: string,
  size: number | undefined,
  kind: PackageKind,
  path: string,
): AsyncGenerator<Uint8Array> {
  const most = Math.min(size ?? MOST_BYTES, MOST_BYTES)
  let length = 0
  try {
    for await (const piece of unpackedStream(await archive.stream(entry), kind)) {
      length += piece.length
      if (length > most) throw brokenProblem(path, tooLarge(entry))
      yield piece
    }
  } catch (error) {
    throw asBroken(path, error)
  }
  if (size !== undefined && length !== size) throw brokenProblem(path, tooShort(entry))
}

/** Errors of what is read go on to whoever reads. */
export function unpackedStream(stream: Readable, { isPacked }: PackageKind): AsyncIterable<Buffer> {
  if (!isPacked) return stream
  const plain = createZstdDecompress()
  stream.on('error', (error) => plain.destroy(error))
  return stream.pipe(plain)
}

function tooShort(name: string) {
  return { en: `holds less in ${name} than it says`, zh: `中的 ${name} 不完整` }
}
