import { chmodSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { draftName } from './sweep-drafts.ts'

/**
 * Gives a file its bytes, all of them or none.
 * @param mode the rights it is to have; undefined: those of any new file
 * @throws what the system says when it cannot be written
 */
export function putWhole(path: string, bytes: Uint8Array | string, mode?: number): void {
  const draft = join(dirname(path), draftName(basename(path), process.pid))
  try {
    writeFileSync(draft, bytes, { flush: true })
    if (mode !== undefined) chmodSync(draft, mode)
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}
