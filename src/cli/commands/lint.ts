import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { lintPaths } from '../../content/lint-paths.ts'
import { formatFault } from '../../core/fault.ts'
import { placesHere } from '../folders.ts'
import { print } from '../print.ts'

/** Checks decks, and links of exercises. Exit status 1 when there is a fault. */
export async function lint(paths: readonly string[]): Promise<void> {
  const { builtIn, decks } = placesHere()
  const clone = join(builtIn, '..')
  const folders = {
    builtIn: existsSync(join(clone, 'decks')) ? relative('.', clone) || '.' : builtIn,
    own: decks,
  }
  const faults = await lintPaths(paths, folders)
  for (const fault of faults) print(formatFault(fault))
  print(faults.length === 0 ? 'No faults.' : `${faults.length} fault${faults.length === 1 ? '' : 's'}.`)
  if (faults.length > 0) process.exitCode = 1
}
