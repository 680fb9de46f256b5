import { dirname } from 'node:path'
import { makeFolder } from './make-folder.ts'
import { putWhole } from './put-whole.ts'
import { rewriteFile } from './rewrite-file.ts'
import { statOf } from './stat-of.ts'

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
  putWhole(path, bytes)
}
