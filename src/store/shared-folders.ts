import type { Database } from 'better-sqlite3'
import type { Instant } from '../core/day.ts'
import type { FileVersion } from '../core/file-version.ts'
import type { Stretch } from '../core/stretch.ts'
import { createDevice } from './device.ts'
import type { GuardedWrites } from './guard-writes.ts'
import type { StretchCount } from './log-stretches.ts'

export interface KnownSegment {
  readonly device: string
  readonly name: string
  readonly first: Stretch
  readonly last: Stretch
}

export interface SharedPlace {
  readonly folder: string
  readonly path: string
  readonly syncedAt: Instant
  readonly isEncrypted: boolean
}

/** By path. */
export type SharedFiles = ReadonlyMap<string, FileVersion>

interface FileRow {
  readonly path: string
  readonly contents: string
  readonly changes: string
}

/** What this machine knows of the folders that it shares with others. */
export function createSharedFolders(db: Database, writing: GuardedWrites) {
  const selectSegments = db.prepare<[string], KnownSegment>(
    'select device, name, first_stretch first, last_stretch last from shared_segment where folder = ?',
  )
  const insertSegment = db.prepare<[string, string, string, string, string]>(
    'insert or ignore into shared_segment values (?, ?, ?, ?, ?)',
  )
  const deleteSegment = db.prepare<[string, string, string]>(
    'delete from shared_segment where folder = ? and device = ? and name = ?',
  )
  const selectCounts = db.prepare<[string], StretchCount>(
    'select stretch, entries from shared_count where folder = ?',
  )
  const putCount = db.prepare<[string, string, number]>(
    'insert or replace into shared_count values (?, ?, ?)',
  )
  const deleteCounts = db.prepare<[string]>('delete from shared_count where folder = ?')
  const selectFiles = db.prepare<[string], FileRow>(
    'select path, contents, changes from shared_file where folder = ?',
  )
  const deleteFiles = db.prepare<[string]>('delete from shared_file where folder = ?')
  const insertFile = db.prepare<[string, string, string, string]>(
    'insert into shared_file values (?, ?, ?, ?)',
  )
  const selectPlaces = db.prepare<[], Omit<SharedPlace, 'isEncrypted'> & { readonly encrypted: number }>(
    'select folder, path, synced_at syncedAt, is_encrypted encrypted from shared_folder order by synced_at desc',
  )
  const putPlace = db.prepare<[string, string, number, number]>(
    'insert or replace into shared_folder values (?, ?, ?, ?)',
  )
  const device = createDevice(db)

  return {
    /** The one that was last used first. */
    places: (): readonly SharedPlace[] =>
      selectPlaces.all().map(({ encrypted, ...place }) => ({ ...place, isEncrypted: encrypted === 1 })),
    synced: writing(
      ({ folder, path, syncedAt, isEncrypted }: SharedPlace): void =>
        void putPlace.run(folder, path, syncedAt, isEncrypted ? 1 : 0),
    ),
    segments: (folder: string): readonly KnownSegment[] => selectSegments.all(folder),
    taken: writing((folder: string, segments: readonly KnownSegment[]): void => {
      for (const { device, name, first, last } of segments)
        insertSegment.run(folder, device, name, first, last)
    }),
    /** How many entries the log had of each stretch when all of them were found there. */
    counts: (folder: string): readonly StretchCount[] => selectCounts.all(folder),
    covered: writing((folder: string, counts: readonly StretchCount[]): void => {
      for (const { stretch, entries } of counts) putCount.run(folder, stretch, entries)
    }),
    /** They have gone from there. */
    forget: writing((folder: string, lost: readonly KnownSegment[]): void => {
      for (const { device, name } of lost) deleteSegment.run(folder, device, name)
      deleteCounts.run(folder)
    }),
    files: (folder: string): SharedFiles =>
      new Map(
        selectFiles
          .all(folder)
          .map(({ path, contents, changes }) => [path, { contents, changes: JSON.parse(changes) }]),
      ),
    keepFiles: writing((folder: string, files: SharedFiles): void => {
      deleteFiles.run(folder)
      for (const [path, { contents, changes }] of files)
        insertFile.run(folder, path, contents, JSON.stringify(changes))
    }),
    /** This machine's name in the log. */
    device: writing(device.name),
    /** Where another machine goes by the same name. */
    renewDevice: writing(device.renew),
  }
}
