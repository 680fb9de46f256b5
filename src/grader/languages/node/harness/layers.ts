import fs from 'node:fs'
import os from 'node:os'
import { OWN_STATUS } from '../own-status.ts'

/** The walls that stand: what each of them alone denies, Node's permission model being asked for neither. */
export function layersHere(): readonly string[] {
  return [...(deniesFiles() ? ['landlock'] : []), ...(deniesCalls() ? ['seccomp'] : [])]
}

function deniesFiles(): boolean {
  try {
    fs.closeSync(fs.openSync(OWN_STATUS, 'r'))
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES'
  }
}

function deniesCalls(): boolean {
  try {
    os.getPriority()
    return false
  } catch {
    return true
  }
}
