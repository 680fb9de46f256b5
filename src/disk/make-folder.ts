import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { isFolder } from './stat-of.ts'

/**
 * Makes a folder and those above it that are missing. Node's own `recursive` never ends where the system says
 * that the folder above is not there although it is, as below /proc.
 * @throws what the system says when one cannot be made
 */
export function makeFolder(path: string, mode = 0o777): void {
  if (isFolder(path)) return
  const above = dirname(path)
  if (above !== path) makeFolder(above, mode)
  try {
    mkdirSync(path, { mode })
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!isFolder(path)) throw error
  }
}
