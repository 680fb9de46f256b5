import { join } from 'node:path'
import type { Instant } from '../../core/day.ts'
import type { Settings } from '../../core/settings.ts'
import { namesIn } from '../../disk/names-in.ts'
import { statOf } from '../../disk/stat-of.ts'
import { absoluteIn, type Deps, type Folders, settingsIn } from '../deps.ts'

/** What the name of a backup says: it was made on a day, or before a database was brought to a newer form. */
export type BackupOrigin =
  | { readonly kind: 'taken'; readonly at: Instant }
  | { readonly kind: 'before'; readonly version: number }
  | { readonly kind: 'replaced'; readonly at: Instant }

export interface KeptBackup {
  readonly path: string
  readonly bytes: number
  readonly origin: BackupOrigin
}

/** What says where backups are; known also where the database cannot be opened. */
export interface BackupPlaces {
  readonly folders: Pick<Folders, 'backups' | 'home'>
  readonly settings: Pick<Settings, 'backups'>
}

export function backupPlaces(deps: Deps): BackupPlaces {
  return { folders: deps.folders, settings: settingsIn(deps) }
}

/** Where backups that nobody names a file for are kept; also where none is made by itself. */
export function backupFolder({ folders, settings }: BackupPlaces): string {
  const { backups } = settings
  return backups === '' || backups === 'off' ? folders.backups : absoluteIn({ folders }, backups)
}

/** The newest first, then what was kept before a change. Nothing else in the folder is looked at. */
export function listBackups(places: BackupPlaces): readonly KeptBackup[] {
  const folders = new Set([backupFolder(places), places.folders.backups])
  return [...folders].flatMap(backupsIn).sort((one, other) => orderOf(other) - orderOf(one))
}

export function timesTaken(backups: readonly KeptBackup[]): readonly Instant[] {
  return backups.flatMap(({ origin }) => (origin.kind === 'taken' ? [origin.at] : []))
}

/** Names sort as their times do, and no system forbids one. */
export function fileTakenAt(at: Instant): string {
  return `${stampOf(at)}.db`
}

export function fileReplacedAt(at: Instant): string {
  return `replaced-${stampOf(at)}.db`
}

function stampOf(at: Instant): string {
  return new Date(at)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-')
}

function orderOf({ origin }: KeptBackup): number {
  return origin.kind === 'before' ? origin.version - 1e6 : origin.at
}

function backupsIn(folder: string): readonly KeptBackup[] {
  return namesIn(folder).flatMap((name) => {
    const origin = originOf(name)
    const path = join(folder, name)
    const stats = origin && statOf(path)
    return origin && stats?.isFile() ? [{ path, bytes: stats.size, origin }] : []
  })
}

const NAME = /^(?:(replaced-)?(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z|before-(\d{1,5}))\.db$/

function originOf(name: string): BackupOrigin | undefined {
  const [, replaced, date, hours, minutes, seconds, version] = NAME.exec(name) ?? []
  if (version !== undefined) return { kind: 'before', version: Number(version) }
  const at = Date.parse(`${date}T${hours}:${minutes}:${seconds}Z`)
  if (Number.isNaN(at)) return undefined
  return { kind: replaced === undefined ? 'taken' : 'replaced', at }
}
