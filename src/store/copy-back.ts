import type { Database } from 'better-sqlite3'

/**
 * So many answers are a few milliseconds' work. SQLite would wait for four times as many, and then do it
 * within an answer.
 */
const ANSWERS = 32
const PAUSE_MS = 1000

/**
 * Copies what was written ahead back to its places in the file while the learner reads, and not while an
 * answer waits.
 */
export function createCopyBack(db: Database) {
  let answers = 0
  let pause: NodeJS.Timeout | undefined

  function copyBack(): void {
    answers = 0
    try {
      db.pragma('wal_checkpoint(passive)')
    } catch {
      // Nothing is lost: what was written ahead is durable, and a disk that fails is told by the next answer.
    }
  }

  return {
    copyBack,
    answered: (): void => {
      clearTimeout(pause)
      if (++answers >= ANSWERS) pause = setTimeout(copyBack, PAUSE_MS).unref()
    },
    stop: (): void => clearTimeout(pause),
  }
}
