import { setTimeout } from 'node:timers/promises'
import type { BackupMetadata, Database } from 'better-sqlite3'
import { Problem } from '../core/problem.ts'

export interface PageCopying {
  readonly signal?: AbortSignal
  readonly onProgress?: (percent: number) => void
  /** What is to be done while both databases are locked and nothing is written yet. */
  readonly before?: () => Promise<void>
}

/** Some milliseconds' work. */
const PAGES_A_STEP = 2000
const TRIES = 100
const BETWEEN_TRIES_MS = 100

/**
 * SQLite's online backup, in steps between which the program hears its user. What this connection writes
 * meanwhile is in the copy; where another one writes, it begins anew. Where the target is in use, it waits.
 * @throws the signal's reason
 */
export async function copyPages(db: Database, to: string, copying: PageCopying): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const { totalPages } = await db.backup(to, { progress: stepping(copying) })
    // That the target was locked is told in no other way.
    if (totalPages > 0) return
    await setTimeout(BETWEEN_TRIES_MS)
  }
  throw lockedElsewhere(to)
}

/** Says how many pages to copy next. The first time it is asked, none is. */
function stepping({ signal, onProgress, before }: PageCopying) {
  let failure: unknown
  let isReady = before === undefined
  let hasBegun = false
  return ({ totalPages, remainingPages }: BackupMetadata): number => {
    signal?.throwIfAborted()
    if (failure !== undefined) throw failure
    if (!hasBegun) {
      hasBegun = true
      before?.().then(
        () => {
          isReady = true
        },
        (error: unknown) => {
          failure = error
        },
      )
    }
    if (!isReady) return 0
    if (totalPages > 0) onProgress?.(Math.floor(100 * (1 - remainingPages / totalPages)))
    signal?.throwIfAborted()
    return PAGES_A_STEP
  }
}

function lockedElsewhere(path: string): Problem {
  return new Problem(
    { en: `${path} is locked by another program.`, zh: `${path} 被另一个程序锁定。` },
    { remedy: { en: 'Close the other program and try again.', zh: '请关闭那个程序后再试。' } },
  )
}
