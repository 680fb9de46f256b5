import { type Stats, statSync } from 'node:fs'

/** Undefined where nothing is, or nothing can be reached: a link that leads to itself, a folder that is closed. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

export function isFolder(path: string): boolean {
  return statOf(path)?.isDirectory() ?? false
}
