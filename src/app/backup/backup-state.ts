import { dirname } from 'node:path'
import type { Instant } from '../../core/day.ts'
import { deadDrafts } from '../../disk/sweep-drafts.ts'
import { type Deps, settingsIn } from '../deps.ts'
import { backupFolder, backupPlaces, listBackups, timesTaken } from './kept-backup.ts'

/** How well one is prepared for a disk that fails. */
export interface BackupState {
  readonly folder: string
  readonly count: number
  readonly last: Instant | undefined
  /** Whether one is made by itself. */
  readonly isAutomatic: boolean
}

export function stateOfBackups(deps: Deps): BackupState {
  const places = backupPlaces(deps)
  const taken = timesTaken(listBackups(places))
  return {
    folder: backupFolder(places),
    count: taken.length,
    last: taken[0],
    isAutomatic: settingsIn(deps).backups !== 'off',
  }
}

/** Files that killed processes had begun, beside the database and among the backups. */
export function findLeftovers(deps: Deps): readonly string[] {
  const folders = [dirname(deps.folders.backups), deps.folders.backups, backupFolder(backupPlaces(deps))]
  return [...new Set(folders)].flatMap((folder) => deadDrafts(folder))
}
