import type { Instant } from '../../core/day.ts'
import { partition } from '../../core/partition.ts'
import type { Deps } from '../deps.ts'
import { newestList } from './file-lists.ts'
import { openOwnPlace } from './own-place.ts'
import {
  type DeviceFolder,
  deviceFolders,
  type FolderFault,
  type SharedFolder,
  troubleIn,
} from './shared-folder.ts'
import { type SyncedFiles, syncFiles, tellsOfUnknown } from './sync-files.ts'
import { type TakenSegments, takeSegments } from './take-segments.ts'
import { writeSegments } from './write-segments.ts'

export interface Synced {
  readonly taken: TakenSegments
  /** Entries written for others. */
  readonly written: number
  readonly files: SyncedFiles
  readonly devices: number
  /** Another machine went by this one's name. */
  readonly renamed: boolean
  readonly faults: readonly FolderFault[]
  readonly at: Instant
}

export interface SyncWanted {
  readonly dryRun: boolean
  readonly graders: boolean
  readonly onProgress: (progress: SyncProgress) => void
}

export type SyncProgress =
  | { readonly kind: 'read'; readonly segments: number }
  | { readonly kind: 'written'; readonly entries: number }
  | { readonly kind: 'files'; readonly files: number }

/**
 * Takes what other machines have put into the folder, and puts there what it lacks. Whatever ends it in the
 * middle, what was acknowledged is there, and the next one goes on.
 */
export function syncNow(deps: Deps, folder: SharedFolder, wanted: SyncWanted): Synced {
  try {
    return syncOnce(deps, folder, wanted)
  } catch (error) {
    throw troubleIn(folder.path, error)
  }
}

function syncOnce(deps: Deps, folder: SharedFolder, { dryRun, graders, onProgress }: SyncWanted): Synced {
  const { sharedFolders } = deps.store
  const { folders, faults } = deviceFolders(folder)
  const name = sharedFolders.device()
  let segments = 0
  const take = (devices: readonly DeviceFolder[]) =>
    takeSegments(deps, folder, devices, {
      dryRun,
      onSegment: () => onProgress({ kind: 'read', segments: ++segments }),
    })
  const [own, others] = partition(folders, ({ device }) => device === name)
  const lists = folders.map((one) => newestList(folder, one))
  // What it should have written and does not know was written by another machine, or by itself before it was
  // set back to a backup.
  const fromOwn = take(own)
  const renamed = !dryRun && (fromOwn.added > 0 || tellsOfUnknown(deps, folder, lists, name))
  const place = openOwnPlace(folder, renamed ? sharedFolders.renewDevice() : name)
  const taken = joined(fromOwn, take(others))
  const written = writeSegments(deps, folder, folders, {
    place,
    dryRun,
    onWritten: (entries) => onProgress({ kind: 'written', entries }),
  })
  const files = syncFiles(deps, folder, folders, {
    place,
    lists,
    dryRun,
    graders: graders || folder.isEncrypted,
    onFiles: (files) => onProgress({ kind: 'files', files }),
  })
  const at = deps.now().at
  if (!dryRun)
    sharedFolders.synced({
      folder: folder.id,
      path: folder.path,
      syncedAt: at,
      isEncrypted: folder.isEncrypted,
    })
  return { taken, written, files, devices: folders.length, renamed, faults: [...faults, ...taken.faults], at }
}

function joined(one: TakenSegments, other: TakenSegments): TakenSegments {
  return {
    added: one.added + other.added,
    known: one.known + other.known,
    refused: one.refused + other.refused,
    refusals: [...one.refusals, ...other.refusals],
    segments: one.segments + other.segments,
    faults: [...one.faults, ...other.faults],
  }
}
