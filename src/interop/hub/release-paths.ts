import { exerciseId } from '../../core/ids.ts'
import { isSharedPath } from '../segments/shared-path.ts'

/**
 * Whether a course may have a file of that path: a deck or what lies beside one, or a file of an exercise or
 * its grader.
 */
export function isReleasePath(path: string): boolean {
  const [tree, ...names] = path.split('/')
  return isSharedPath(path) && (tree === 'decks' || exerciseOfPath(path) !== undefined) && names.length > 0
}

/** Of which exercise a path is; undefined for one of a deck, or of none. */
export function exerciseOfPath(path: string): string | undefined {
  const [tree, folder = '', ...names] = path.split('/')
  return tree !== 'decks' && names.length > 0 ? exerciseId(folder) : undefined
}

/** Two paths that not every system keeps apart, or of which one would have to be a folder for the other. */
export function clashOf(paths: Iterable<string>): readonly [string, string] | undefined {
  const all = [...paths]
  const byFolded = new Map<string, string>()
  for (const path of all) {
    const other = byFolded.get(foldedPath(path))
    if (other !== undefined) return [other, path]
    byFolded.set(foldedPath(path), path)
  }
  // Folders, too, are the same to some systems, whatever lies in them.
  const folders = new Map<string, string>()
  for (const path of all) {
    for (const folder of foldersOf(path)) {
      const file = byFolded.get(foldedPath(folder))
      if (file !== undefined) return [file, path]
      const alike = folders.get(foldedPath(folder)) ?? folder
      if (alike !== folder) return [alike, folder]
      folders.set(foldedPath(folder), folder)
    }
  }
  return undefined
}

function foldersOf(path: string): readonly string[] {
  const names = path.split('/')
  return names.slice(0, -1).map((_, at) => names.slice(0, at + 1).join('/'))
}

/** What is the same wherever capitals and ways to write an accent do not count. */
function foldedPath(path: string): string {
  return path.normalize('NFC').toLowerCase()
}
