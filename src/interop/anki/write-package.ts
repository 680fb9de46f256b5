import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress, zstdCompressSync } from 'node:zlib'
import { ZipFile } from 'yazl'
import { encodeMedia, type MediaEntry } from './encode-media.ts'

export interface PackageParts {
  /** A collection that is finished. */
  readonly collection: () => Readable
  /** Stands where programs look that are too old to read the other. */
  readonly placeholder: Buffer
  /** Paths by their names in Anki. */
  readonly media: ReadonlyMap<string, string>
}

/** `PackageMetadata { version: LATEST }` of Anki's import_export.proto. */
const LATEST = Buffer.from([0x08, 0x03])

/** The pieces of an archive as Anki writes them since 2.1.50, .apkg and .colpkg alike. What goes into it streams. */
export async function* packagePieces({
  collection,
  placeholder,
  media,
}: PackageParts): AsyncGenerator<Uint8Array> {
  const entries: MediaEntry[] = []
  for (const [name, file] of media) entries.push(await entryOf(name, file))
  const zip = new ZipFile()
  const pieces = zip.outputStream as Readable
  const fail = (error: Error) => void pieces.destroy(error)
  zip.on('error', fail)
  zip.addBuffer(LATEST, 'meta', STORED)
  addCompressed(zip, collection, 'collection.anki21b', fail)
  zip.addBuffer(placeholder, 'collection.anki2', { compress: true })
  zip.addBuffer(zstdCompressSync(encodeMedia(entries)), 'media', STORED)
  for (const [at, file] of [...media.values()].entries())
    addCompressed(zip, () => createReadStream(file), String(at), fail)
  zip.end()
  yield* pieces as AsyncIterable<Uint8Array>
}

/** Zstandard has packed it already. */
const STORED = { compress: false }

function addCompressed(zip: ZipFile, read: () => Readable, name: string, fail: (error: Error) => void): void {
  zip.addReadStreamLazy(name, STORED, (answer) => {
    const packed = createZstdCompress()
    pipeline(read(), packed).catch(fail)
    answer(undefined, packed)
  })
}

async function entryOf(name: string, path: string): Promise<MediaEntry> {
  const hash = createHash('sha1')
  let size = 0
  for await (const part of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(part)
    size += part.length
  }
  return { name, size, sha1: hash.digest() }
}
