import { randomBytes } from 'node:crypto'
import { copyFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '../../../../core/system-error.ts'
import { makeFolder } from '../../../../disk/make-folder.ts'

/** Files by their key. Several processes may use one folder at once. */
export interface FileCache {
  /** Copies the file of that key to a place; whether there was one. */
  readonly fetch: (key: string, to: string) => boolean
  readonly keep: (key: string, from: string) => void
}

export interface CacheSize {
  readonly files: number
  readonly bytes: number
}

/** A submission's library has some 20 KB. */
const USUAL_SIZE: CacheSize = { files: 1000, bytes: 128 * 2 ** 20 }

/**
 * The files end in `extension`; those not fetched for longest go when there are too many, sooner or later.
 * Keys are hashes.
 */
export function openFileCache(folder: string, extension: string, most: CacheSize = USUAL_SIZE): FileCache {
  return {
    fetch(key, to) {
      const path = join(folder, key + extension)
      try {
        copyFileSync(path, to)
        const now = new Date()
        utimesSync(path, now, now)
        return true
      } catch (error) {
        // Not there, or removed this moment by another process.
        if (codeOf(error) === 'ENOENT') return false
        throw error
      }
    },
    keep(key, from) {
      try {
        makeFolder(folder)
        // Written aside and moved: another process sees all of it or nothing.
        const aside = join(folder, `${key}.${randomBytes(6).toString('hex')}${extension}`)
        copyFileSync(from, aside)
        renameSync(aside, join(folder, key + extension))
        if (isSwept(key) || statSync(from).size > most.bytes / most.files)
          removeOldest(folder, extension, most)
      } catch (error) {
        // The folder has been removed this moment: then nothing is kept.
        if (codeOf(error) !== 'ENOENT') throw error
      }
    },
  }
}

/**
 * To look through a thousand files takes longer than all else that is done here for one. Of keys that are
 * hashes one in sixteen is followed by a look, so that there are hardly more files than there should be.
 */
function isSwept(key: string): boolean {
  return key.startsWith('0')
}

function removeOldest(folder: string, extension: string, most: CacheSize): void {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(extension))
    .flatMap((name) => {
      const found = statSync(join(folder, name), { throwIfNoEntry: false })
      return found ? [{ name, at: found.mtimeMs, bytes: found.size }] : []
    })
    .sort((one, other) => other.at - one.at)
  let bytes = 0
  for (const [index, file] of files.entries()) {
    bytes += file.bytes
    if (index >= most.files || bytes > most.bytes) rmSync(join(folder, file.name), { force: true })
  }
}
