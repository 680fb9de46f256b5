import { closeSync, fsyncSync, linkSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

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
  sweepDrafts(path)
  const draft = draftOf(path, process.pid)
  return {
    path: draft,
    place: ({ replaces }) => {
      syncPath(draft)
      if (replaces) renameSync(draft, path)
      else linkOrRename(draft, path)
      syncFolder(dirname(path))
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
    if (!isCode(error, 'EISDIR', 'EACCES', 'EPERM', 'EINVAL')) throw error
  }
}

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
    if (isCode(error, 'EEXIST')) throw error
    renameSync(draft, path)
  }
}

/** Of SQLite, while it writes one. */
const BESIDE_A_DATABASE = ['-journal', '-wal', '-shm']

function draftOf(path: string, pid: number): string {
  return join(dirname(path), `.${basename(path)}.${pid}.part`)
}

function sweepDrafts(path: string): void {
  const before = `.${basename(path)}.`
  for (const name of readdirSync(dirname(path))) {
    const [, pid] = (name.startsWith(before) && DRAFT_OF_PID.exec(name.slice(before.length))) || []
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(dirname(path), name), { force: true })
  }
}

const DRAFT_OF_PID = /^(\d{1,10})\.part(?:-journal|-wal|-shm)?$/

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return isCode(error, 'EPERM')
  }
}

function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}
