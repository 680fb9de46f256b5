import { accessSync, constants, realpathSync, statSync } from 'node:fs'
import { putWhole } from './put-whole.ts'

/**
 * Puts new bytes into a file of the learner's: all of them or none, with the rights that it had. Where a link
 * leads to it, the link stays.
 * @throws what the system says when it cannot be written
 */
export function rewriteFile(path: string, bytes: Uint8Array | string): void {
  const real = realpathSync(path)
  // A new file may take the place of one that may not be written.
  accessSync(real, constants.W_OK)
  putWhole(real, bytes, statSync(real).mode)
}
