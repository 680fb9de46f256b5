import type { Database } from 'better-sqlite3'
import { Problem } from '../core/problem.ts'

export interface PageCopying {
  readonly signal?: AbortSignal
  readonly onProgress?: (percent: number) => void
}

/** Some milliseconds' work. */
const PAGES_A_STEP = 2000

/**
 * SQLite's online backup, in steps between which the program hears its user. What this connection writes meanwhile is in the copy; where another
 * one writes, it begins anew.
 * @throws the signal's reason
 */
export async function copyPages(
  db: Database,
  to: string,
  { signal, onProgress }: PageCopying,
): Promise<void> {
  const { totalPages } = await db.backup(to, {
    progress: ({ totalPages, remainingPages }) => {
      if (totalPages > 0) onProgress?.(Math.floor(100 * (1 - remainingPages / totalPages)))
      signal?.throwIfAborted()
      return PAGES_A_STEP
    },
  })
  // That nothing could be copied is told in no other way.
  if (totalPages === 0) throw lockedElsewhere(to)
}

function lockedElsewhere(path: string): Problem {
  return new Problem(
    { en: `${path} is locked by another program.`, zh: `${path} 被另一个程序锁定。` },
    { remedy: { en: 'Close the other program and try again.', zh: '请关闭那个程序后再试。' } },
  )
}
