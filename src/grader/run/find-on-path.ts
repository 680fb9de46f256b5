import { delimiter } from 'node:path'
import which from 'which'

/** The first program of that name in the folders of PATH. An empty entry, which a shell takes for the working folder, counts for nothing. */
export function findOnPath(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  if (folders.length === 0) return undefined
  return which.sync(name, { path: folders.join(delimiter), nothrow: true }) ?? undefined
}
