import type { Database } from 'better-sqlite3'
import { isSystemError } from '../core/system-error.ts'
import { beginDraft, type NewFileOptions } from '../disk/begin-draft.ts'
import { type CopyContents, checkCopy } from './check-copy.ts'
import { copyPages, type PageCopying } from './copy-pages.ts'
import { explainedTrouble } from './explained-trouble.ts'

export interface BackUpOptions extends NewFileOptions {
  readonly copying: PageCopying
  /** What follows cannot be stopped in between. */
  readonly onCheck: () => void
}

/** Writes the whole database to one file: there, checked and durable when this ends, or not at all. */
export async function backUp(
  db: Database,
  path: string,
  { copying, onCheck, replaces }: BackUpOptions,
): Promise<CopyContents> {
  try {
    const draft = beginDraft(path)
    try {
      await copyPages(db, draft.path, copying)
      onCheck()
      const contents = checkCopy(draft.path, 'quick_check')
      draft.place({ replaces })
      return contents
    } finally {
      draft.discard()
    }
  } catch (error) {
    // What the system says of a name is for whoever chose the name.
    throw isSystemError(error) ? error : explainedTrouble(error, path)
  }
}
