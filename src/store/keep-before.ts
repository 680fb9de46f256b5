import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { beginDraft } from '../disk/begin-draft.ts'
import { makeFolder } from '../disk/make-folder.ts'

/** Beside a database, the folder of its backups. */
export const BACKUPS = 'backups'

/** A copy of a database as it is before it is brought to a version, whole and durable when this returns. */
export function keepBefore(db: Database.Database, path: string, version: number): void {
  const folder = join(dirname(path), BACKUPS)
  makeFolder(folder, 0o700)
  const draft = beginDraft(join(folder, `before-${version}.db`))
  try {
    db.prepare('vacuum into ?').run(draft.path)
    // Another process may have been faster, and kept a copy itself.
    if (versionIn(draft.path) < version) draft.place({ replaces: true })
  } finally {
    draft.discard()
  }
}

function versionIn(path: string): number {
  const db = new Database(path, { readonly: true })
  try {
    return Number(db.pragma('user_version', { simple: true }))
  } finally {
    db.close()
  }
}
