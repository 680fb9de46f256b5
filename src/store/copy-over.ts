import Database from 'better-sqlite3'
import { beginDraft } from '../disk/begin-draft.ts'
import { copyPages } from './copy-pages.ts'

export type OverStage = { readonly kind: 'aside' } | { readonly kind: 'copy'; readonly percent: number }

/**
 * Lets one database be what another holds, in one transaction: programs that have it open wait for that, and
 * then see the other. While the lock is held, and before anything is written, what it was is copied aside.
 */
export async function copyOver(
  from: string,
  to: string,
  aside: string,
  onStage: (stage: OverStage) => void,
): Promise<void> {
  const source = new Database(from, { readonly: true })
  try {
    await copyPages(source, to, {
      before: () => {
        onStage({ kind: 'aside' })
        return keepAside(to, aside)
      },
      onProgress: (percent) => onStage({ kind: 'copy', percent }),
    })
  } finally {
    source.close()
  }
  forceToDisk(to)
}

/** As it is, whether sound or not, with what was written ahead. */
async function keepAside(path: string, aside: string): Promise<void> {
  const draft = beginDraft(aside)
  const present = new Database(path, { fileMustExist: true })
  try {
    await copyPages(present, draft.path, {})
    draft.place({ replaces: false })
  } finally {
    present.close()
    draft.discard()
  }
}

/** SQLite's copying leaves it to the system when what was written ahead reaches the disk. */
function forceToDisk(path: string): void {
  const db = new Database(path)
  try {
    db.pragma('synchronous = full')
    db.pragma('wal_checkpoint(full)')
  } finally {
    db.close()
  }
}
