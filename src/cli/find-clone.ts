import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/**
 * The clone of Anneal's repository that was built into `builtIn`; undefined in an installed Anneal, which has
 * no sources.
 */
export function findClone(builtIn: string): string | undefined {
  const root = dirname(builtIn)
  return existsSync(join(root, 'src')) && existsSync(join(root, 'graders')) ? root : undefined
}

/** The same, where one works in it. */
export function cloneHere(builtIn: string): string | undefined {
  const clone = findClone(builtIn)
  return clone === undefined || relative(clone, process.cwd()).startsWith('..') ? undefined : clone
}
