import { accessSync, closeSync, constants, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { codeOf } from '../core/system-error.ts'
import { draftName, sweepDrafts } from './sweep-drafts.ts'

/** What is to become a file: beside it, under a name that no other process has. */
export interface Draft {
  readonly path: string
  /**
   * Gives it its name, durably.
   * @throws EEXIST where a file is there that it may not replace
   */
  readonly place: (options: NewFileOptions) => void
  /** Takes away what was not placed. */
  readonly discard: () => void
}

export interface NewFileOptions {
  /** Whether it may take the place of another. */
  readonly replaces: boolean
}

/** What a killed process had begun is swept away by the next that makes the same file. */
export function beginDraft(path: string): Draft {
  const [folder, name] = [dirname(path), basename(path)]
  // So that the system itself says what is wrong with the folder, whoever writes the draft.
  accessSync(folder, constants.W_OK)
  sweepDrafts(folder, name)
  const draft = join(folder, draftName(name, process.pid))
  return {
    path: draft,
    place: ({ replaces }) => {
      syncPath(draft)
      if (replaces) renameSync(draft, path)
      else linkOrRename(draft, path)
      syncFolder(folder)
    },
    discard: () => {
      for (const behind of ['', ...BESIDE_A_DATABASE]) rmSync(draft + behind, { force: true })
    },
  }
}

/** A name that was given or taken away is durable once its folder is. Not every system lets a folder be opened. */
export function syncFolder(path: string): void {
  try {
    syncPath(path)
  } catch (error) {
    if (!UNOPENED.has(codeOf(error) ?? '')) throw error
  }
}

/** What systems say of a folder that they do not open. */
const UNOPENED = new Set(['EISDIR', 'EACCES', 'EPERM', 'EINVAL'])

function syncPath(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** A link takes no other file's place, whoever made that meanwhile; not every file system has links. */
function linkOrRename(draft: string, path: string): void {
  try {
    linkSync(draft, path)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error
    renameSync(draft, path)
  }
}

/** Of SQLite, while it writes one. */
const BESIDE_A_DATABASE = ['-journal', '-wal', '-shm']
