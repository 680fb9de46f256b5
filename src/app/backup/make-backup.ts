import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isBackupDue, keptBackups } from '../../core/kept-backups.ts'
import { makeFolder } from '../../disk/make-folder.ts'
import { statOf } from '../../disk/stat-of.ts'
import { sweepDrafts } from '../../disk/sweep-drafts.ts'
import { type Deps, settingsIn } from '../deps.ts'
import { takenProblem, writingProblem } from '../export/export-problems.ts'
import { backupFolder, backupPlaces, fileTakenAt, listBackups, timesTaken } from './kept-backup.ts'

export interface BackupMade {
  readonly path: string
  readonly events: number
  readonly bytes: number
  /** How many that had become too many were taken away. */
  readonly removed: number
}

export type BackupProgress = { readonly kind: 'copy'; readonly percent: number } | { readonly kind: 'check' }

export interface BackupWatch {
  /** Ends it while it copies; nothing is left of it then. */
  readonly signal: AbortSignal
  readonly onProgress: (progress: BackupProgress) => void
}

/** Into a file that the learner names. @throws Problem */
export async function backUpTo(
  deps: Deps,
  path: string,
  force: boolean,
  watch: BackupWatch,
): Promise<BackupMade> {
  if (!force && statOf(path)) throw takenProblem(path)
  return { ...(await write(deps, path, force, watch)), removed: 0 }
}

/** Among those that are kept, of which some may then go. @throws Problem */
export async function backUp(deps: Deps, watch: BackupWatch): Promise<BackupMade> {
  const folder = backupFolder(backupPlaces(deps))
  const path = join(folder, fileTakenAt(deps.now().at))
  try {
    makeFolder(folder, 0o700)
    // Each has a name of its own, under which none would sweep up after another.
    sweepDrafts(folder)
  } catch (error) {
    throw writingProblem(path, error)
  }
  const made = await write(deps, path, true, watch)
  return { ...made, removed: thinOut(deps) }
}

/** Whether one is to be made now that the learner is done: there is something new, and the last is older than a day. */
export function wantsBackup(deps: Deps): boolean {
  if (!deps.store.hasGrown() || settingsIn(deps).backups === 'off') return false
  return isBackupDue(timesTaken(listBackups(backupPlaces(deps))), deps.now().at)
}

async function write(deps: Deps, path: string, replaces: boolean, { signal, onProgress }: BackupWatch) {
  const copying = { signal, onProgress: (percent: number) => onProgress({ kind: 'copy', percent }) }
  try {
    const onCheck = () => onProgress({ kind: 'check' })
    const { events } = await deps.store.backUp(path, { replaces, copying, onCheck })
    return { path, events, bytes: statSync(path).size }
  } catch (error) {
    throw writingProblem(path, error)
  }
}

function thinOut(deps: Deps): number {
  const backups = listBackups(backupPlaces(deps))
  const kept = keptBackups(timesTaken(backups))
  const surplus = backups.filter(({ origin }) => origin.kind === 'taken' && !kept.has(origin.at))
  for (const { path } of surplus) rmSync(path, { force: true })
  return surplus.length
}
