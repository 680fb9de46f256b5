import {
  accessSync,
  chmodSync,
  constants,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { draftName } from './sweep-drafts.ts'

/**
 * Puts new bytes into a file of the learner's: all of them or none, with the rights that it had. Where a link
 * leads to it, the link stays.
 * @throws what the system says when it cannot be written
 */
export function rewriteFile(path: string, bytes: Uint8Array | string): void {
  const real = realpathSync(path)
  // A new file may take the place of one that may not be written.
  accessSync(real, constants.W_OK)
  const draft = join(dirname(real), draftName(basename(real), process.pid))
  try {
    writeFileSync(draft, bytes, { flush: true })
    chmodSync(draft, statSync(real).mode)
    renameSync(draft, real)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}
