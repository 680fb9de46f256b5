import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { makeFolder } from './make-folder.ts'
import { rewriteFile } from './rewrite-file.ts'
import { statOf } from './stat-of.ts'
import { draftName } from './sweep-drafts.ts'

/**
 * Puts bytes where a file is or is not yet, all of them or none.
 * @throws what the system says when it cannot be written
 */
export function rewriteOrMake(path: string, bytes: Uint8Array | string): void {
  if (statOf(path) !== undefined) {
    rewriteFile(path, bytes)
    return
  }
  makeFolder(dirname(path))
  const draft = join(dirname(path), draftName(basename(path), process.pid))
  try {
    writeFileSync(draft, bytes, { flush: true })
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}
