import type { Readable } from 'node:stream'
import { type Entry, open, type ZipFile } from 'yauzl'
import { brokenProblem } from '../../../core/imported/broken-file.ts'
import { isSystemError } from '../../../core/system-error.ts'

export interface Archive {
  readonly has: (name: string) => boolean
  /** What lies there, unpacked. @throws Problem where nothing does, or it is not what the archive says */
  readonly stream: (name: string) => Promise<Readable>
  /** The same at once. */
  readonly bytes: (name: string, most: number) => Promise<Buffer>
  readonly packedBytes: (name: string) => number
  readonly close: () => void
}

/** Anki's media come one an entry. */
const MOST_ENTRIES = 500_000

/** The paths of an archive are never taken for paths of files: only names that Anki gives are asked for. */
export async function openArchive(path: string): Promise<Archive> {
  const zip = await opened(path)
  const entries = await listed(zip, path)

  async function stream(name: string): Promise<Readable> {
    const entry = entries.get(name)
    if (entry === undefined) throw brokenProblem(path, lacks(name))
    if (entry.isEncrypted()) throw brokenProblem(path, ENCRYPTED)
    return new Promise((resolve, reject) => {
      zip.openReadStream(entry, (error, readable) =>
        error ? reject(brokenProblem(path, DAMAGED, error)) : resolve(readable),
      )
    })
  }

  return {
    has: (name) => entries.has(name),
    stream,
    bytes: async (name, most) => {
      const parts: Buffer[] = []
      let length = 0
      try {
        for await (const part of (await stream(name)) as AsyncIterable<Buffer>) {
          length += part.length
          if (length > most) throw brokenProblem(path, tooLarge(name))
          parts.push(part)
        }
      } catch (error) {
        throw asBroken(path, error)
      }
      return Buffer.concat(parts)
    },
    packedBytes: (name) => entries.get(name)?.compressedSize ?? 0,
    close: () => zip.close(),
  }
}

/** What yauzl, zlib and zstd say of bytes that are not what they should be. */
export function asBroken(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || error.name === 'Problem') return error
  if (isSystemError(error) && !error.code.startsWith('Z')) return error
  return brokenProblem(path, DAMAGED, error)
}

function opened(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) =>
      error ? reject(brokenProblem(path, NO_ARCHIVE, error)) : resolve(zip),
    )
  })
}

function listed(zip: ZipFile, path: string): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>()
  return new Promise((resolve, reject) => {
    const fail = (problem: unknown) => {
      zip.close()
      reject(problem)
    }
    if (zip.entryCount > MOST_ENTRIES) return fail(brokenProblem(path, tooMany(zip.entryCount)))
    zip.on('error', (error) => fail(brokenProblem(path, DAMAGED, error)))
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      if (entries.has(entry.fileName)) return fail(brokenProblem(path, TWICE))
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

const NO_ARCHIVE = { en: 'is no archive of Anki, or not a whole one', zh: '不是 Anki 归档文件，或不完整' }
const DAMAGED = { en: 'is damaged', zh: '已损坏' }
const ENCRYPTED = { en: 'is encrypted', zh: '已加密' }
const TWICE = { en: 'has two entries of one name', zh: '含有同名的条目' }

function lacks(name: string) {
  return { en: `lacks ${name}`, zh: `缺少 ${name}` }
}

export function tooLarge(name: string) {
  return {
    en: `holds more in ${name} than a collection of Anki could`,
    zh: `中的 ${name} 大得不像 Anki 的数据`,
  }
}

function tooMany(count: number) {
  return { en: `has ${count} entries`, zh: `含有 ${count} 个条目，过多` }
}
