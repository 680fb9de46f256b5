import type { PgBoss } from 'pg-boss'
import { isAway } from '../database/is-away.ts'
import type { Hub } from '../hub.ts'
import { openBoss } from './open-boss.ts'
import { type VerdictWatch, watchVerdicts } from './verdict-watch.ts'

/** Where a hub takes submissions in and gives verdicts out. Workers judge, wherever they are. */
export interface Desk {
  readonly boss: PgBoss
  readonly watch: VerdictWatch
  /** Before its database is closed. */
  readonly close: () => Promise<void>
}

export async function openDesk({ db, journal }: Hub): Promise<Desk> {
  // That the database is away is said to each who asks.
  const onTrouble = (error: Error) => isAway(error) || journal.mistake(error)
  const boss = await openBoss(db, { role: 'hub', onTrouble })
  return { boss, watch: watchVerdicts(db), close: () => boss.stop({ graceful: false }) }
}
