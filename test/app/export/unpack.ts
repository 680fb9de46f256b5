import { buffer } from 'node:stream/consumers'
import { zstdDecompressSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { fromBufferPromise } from 'yauzl'

/** The files of an archive by their names, as bytes. */
export async function unpack(archive: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await fromBufferPromise(archive, { lazyEntries: true })
  const files = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  }
  return files
}

/** The collection that the archive is about. */
export function collectionIn(files: ReadonlyMap<string, Buffer>): Database.Database {
  const db = new Database(zstdDecompressSync(files.get('collection.anki21b') ?? Buffer.alloc(0)))
  onTestFinished(() => void db.close())
  return db
}
