import { existsSync } from 'node:fs'
import { basename, delimiter, dirname, resolve } from 'node:path'
import which from 'which'

/**
 * The first program of that name in the folders of PATH, and never one that only lies in the working folder,
 * which may be a stranger's.
 */
export function findOnPath(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => resolve(folder))
  const found = which.sync(name, { path: folders.join(delimiter), all: true, nothrow: true }) ?? []
  // On Windows, and without PATH, it looks into the working folder first.
  return found.find((file) => folders.includes(dirname(file)))
}

/** A program as a shell takes it: a path from where one is, or a name that is looked for on the path. */
export function findNamed(named: string): string | undefined {
  if (basename(named) === named) return findOnPath(named)
  return existsSync(named) ? resolve(named) : undefined
}
