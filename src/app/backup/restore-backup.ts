import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '../../core/day.ts'
import { type Restored, type RestoreStage, restoreDatabase } from '../../store/restore-database.ts'
import { fileReplacedAt } from './kept-backup.ts'

export type { Restored, RestoreStage }

export interface RestoreOrder {
  readonly from: string
  readonly database: string
  /** Where the present database is kept. */
  readonly backups: string
  readonly now: Instant
  readonly dryRun: boolean
}

/** The database need not be one that could be opened. @throws Problem */
export function restoreBackup(
  { from, database, backups, now, dryRun }: RestoreOrder,
  onStage: (stage: RestoreStage) => void,
): Promise<Restored> {
  return restoreDatabase(from, database, { aside: freeName(backups, now), dryRun, onStage })
}

/** What an earlier restore put aside stays, also where that was in the same second. */
function freeName(backups: string, at: Instant): string {
  const path = join(backups, fileReplacedAt(at))
  return existsSync(path) ? freeName(backups, at + 1000) : path
}
