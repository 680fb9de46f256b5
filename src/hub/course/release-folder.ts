import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolder } from '../../disk/make-folder.ts'
import { bytesOfFile } from '../../disk/read-regular-file.ts'
import { isReleasePath } from '../../interop/hub/release-paths.ts'
import { digestOf } from '../../interop/segments/seal.ts'
import type { Sql } from '../database/database.ts'
import { readBlob } from './course-blobs.ts'
import { filesOfRelease, type ReleaseFile } from './find-release.ts'

/**
 * A release as a folder with `decks/`, `exercises/` and `graders/` below `cache`, whole and as it was pushed;
 * made where it is not there yet. Its name says what it holds, and nobody writes into it. Several processes
 * may want it at once.
 */
export async function releaseFolder(
  sql: Sql,
  { course, version }: { readonly course: string; readonly version: number },
  cache: string,
): Promise<string> {
  const files = await filesOfRelease(sql, course, version)
  const folder = join(cache, 'releases', nameOf(course, version, files))
  if (isWhole(folder, files)) return folder
  makeFolder(dirname(folder))
  const making = mkdtempSync(join(dirname(folder), 'making-'))
  try {
    for (const file of files) await write(sql, course, making, file)
    takeInUse(making, folder, files)
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
  return folder
}

function nameOf(course: string, version: number, files: readonly ReleaseFile[]): string {
  const all = files.map(({ path, contents }) => [path, contents])
  const hash = createHash('sha256').update(JSON.stringify([course, version, all]))
  return `${version}-${hash.digest('hex').slice(0, 32)}`
}

function isWhole(folder: string, files: readonly ReleaseFile[]): boolean {
  return (
    existsSync(folder) &&
    files.every(({ path, contents, bytes }) => {
      const there = bytesOfFile(join(folder, path), bytes)
      return there !== undefined && digestOf(there) === contents
    })
  )
}

async function write(
  sql: Sql,
  course: string,
  folder: string,
  { path, contents }: ReleaseFile,
): Promise<void> {
  const bytes = await readBlob(sql, course, contents)
  if (!isReleasePath(path) || bytes === undefined || digestOf(bytes) !== contents)
    throw new Error(`${path} of ${course} is not what its release says`)
  makeFolder(dirname(join(folder, path)))
  writeFileSync(join(folder, path), bytes)
}

/** Another process may have made the same meanwhile; one that is damaged gives way. */
function takeInUse(making: string, folder: string, files: readonly ReleaseFile[]): void {
  try {
    renameSync(making, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    if (isWhole(folder, files)) return
    renameSync(folder, `${making}-damaged`)
    rmSync(`${making}-damaged`, { recursive: true, force: true })
    renameSync(making, folder)
  }
}
