import type { Database } from 'better-sqlite3'
import { Problem } from '../core/problem.ts'
import { statOf } from '../disk/stat-of.ts'
import { explainedTrouble } from './explained-trouble.ts'
import { immediately } from './immediately.ts'

export type GuardedWrites = ReturnType<typeof guardWrites>

/**
 * Lets work be one immediate transaction. Whatever hinders it (a disk that is full or fails, a right that was taken
 * away) is told with what to do, and nothing is written to a file that no longer has its name: what was recorded
 * there would be lost.
 */
export function guardWrites(db: Database) {
  const begun = identityOf(db)
  return <Values extends unknown[], Result>(work: (...values: Values) => Result) => {
    const write = immediately(db, work)
    return (...values: Values): Result => {
      if (identityOf(db) !== begun) throw movedAway(db.name)
      try {
        return write(...values)
      } catch (error) {
        throw explainedTrouble(error, db.name)
      }
    }
  }
}

function identityOf(db: Database): string | undefined {
  if (db.memory) return undefined
  const stats = statOf(db.name)
  return stats && `${stats.dev} ${stats.ino}`
}

function movedAway(path: string): Problem {
  return new Problem(
    {
      en: `${path} was moved, removed or replaced while it was open; nothing was recorded.`,
      zh: `${path} 在打开期间被移动、删除或替换，未作记录。`,
    },
    { remedy: { en: 'Put it back, or start Anneal again.', zh: '请把它放回原处，或重新启动 Anneal。' } },
  )
}
