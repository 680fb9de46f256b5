import { closeSync, openSync, writeSync } from 'node:fs'
import { brokenProblem } from '../../../core/imported/broken-file.ts'
import { createScratchFile, type ScratchFile } from '../../../disk/scratch-file.ts'
import { type Archive, asBroken, tooLarge } from './archive.ts'
import type { PackageKind } from './package-kind.ts'
import { unpackedStream } from './package-media.ts'

const MOST_BYTES = 8_000_000_000
/** A bomb: rows of a database that are worth keeping are never so much alike. */
const MOST_RATIO = 300
const ALWAYS_BYTES = 64_000_000

/** Unpacks the collection into a file of our own. @throws Problem */
export async function extractCollection(
  archive: Archive,
  kind: PackageKind,
  path: string,
): Promise<ScratchFile> {
  const scratch = createScratchFile()
  try {
    const most = Math.min(
      MOST_BYTES,
      Math.max(ALWAYS_BYTES, archive.packedBytes(kind.collection) * MOST_RATIO),
    )
    await copyTo(scratch.path, await archive.stream(kind.collection), kind, most, path)
    return scratch
  } catch (error) {
    scratch.discard()
    throw asBroken(path, error)
  }
}

async function copyTo(
  to: string,
  stream: Awaited<ReturnType<Archive['stream']>>,
  kind: PackageKind,
  most: number,
  path: string,
): Promise<void> {
  const file = openSync(to, 'wx')
  let length = 0
  try {
    for await (const piece of unpackedStream(stream, kind)) {
      length += piece.length
      if (length > most) throw brokenProblem(path, tooLarge(kind.collection))
      for (let written = 0; written < piece.length; ) written += writeSync(file, piece, written)
    }
  } finally {
    closeSync(file)
  }
}
