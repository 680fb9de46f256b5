import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { makeFolder } from './make-folder.ts'

/** Puts a whole file in another's place, whoever else does so or reads it. Where it cannot be written it is left. */
export function replaceFile(path: string, bytes: Uint8Array): void {
  const draft = `${path}.${process.pid}`
  try {
    makeFolder(dirname(path), 0o700)
    writeFileSync(draft, bytes)
    renameSync(draft, path)
  } catch {
    discard(draft)
  }
}

function discard(draft: string): void {
  try {
    rmSync(draft, { force: true })
  } catch {
    // The folder is no folder, or not ours.
  }
}
