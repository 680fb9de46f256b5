import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { codeOf } from '../../core/system-error.ts'
import { syncFolder } from '../../disk/begin-draft.ts'
import { isAlive } from '../../disk/is-alive.ts'
import { makeFolder } from '../../disk/make-folder.ts'
import { rewriteFile } from '../../disk/rewrite-file.ts'
import { explainedTrouble } from '../../store/explained-trouble.ts'
import type { Deps } from '../deps.ts'

/**
 * An import's files lie in a hidden folder beside the decks until its log is written: before that whoever
 * comes next drops them, after it whoever comes next puts them into their places. So a process that is killed
 * at any moment leaves all of an import or nothing.
 */
const PREFIX = '.import-'

export interface Staging {
  readonly name: string
  /** Where the file lies that is to come to a path relative to the decks. */
  readonly fileFor: (path: string) => string
  readonly drop: () => void
}

export function openStaging({ folders }: Pick<Deps, 'folders'>, nonce: string): Staging {
  const name = `${PREFIX}${process.pid}-${nonce}`
  const folder = join(folders.decks, name)
  return {
    name,
    fileFor: (path) => {
      const file = join(folder, path)
      makeFolder(dirname(file))
      return file
    },
    drop: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/**
 * Puts into their places the files of imports whose log is written, and drops those of others that nobody
 * works on any more.
 * @throws Problem where the disk or a right hinders that; the next start tries again
 */
export function finishImports(deps: Pick<Deps, 'folders' | 'store'>): void {
  try {
    finishAll(deps)
  } catch (error) {
    throw explainedTrouble(error, deps.folders.decks)
  }
}

function finishAll({ folders, store }: Pick<Deps, 'folders' | 'store'>): void {
  const names = store.importsToFinish()
  for (const name of names) {
    const folder = join(folders.decks, name)
    if (existsSync(folder)) placeAll(folder, folders.decks)
    store.finishImport(name)
  }
  for (const name of leftIn(folders.decks)) {
    const pid = Number(name.slice(PREFIX.length).split('-')[0])
    if (!names.includes(name) && !isAlive(pid))
      rmSync(join(folders.decks, name), { recursive: true, force: true })
  }
}

function leftIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(PREFIX)) : []
}

function placeAll(staged: string, decks: string): void {
  for (const entry of readdirSync(staged, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue
    const from = join(entry.parentPath, entry.name)
    place(from, join(decks, relative(staged, from)))
  }
  rmSync(staged, { recursive: true, force: true })
}

/** A file that is there keeps its rights, and a link to it stays. Another process may be doing the same. */
function place(from: string, to: string): void {
  try {
    makeFolder(dirname(to))
    if (existsSync(to)) {
      rewriteFile(to, readFileSync(from))
      rmSync(from, { force: true })
    } else renameSync(from, to)
    syncFolder(dirname(to))
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}
