import type { PulledCourse } from '../../app/course/pull-course.ts'
import type { HubPlace } from '../../app/hub/open-membership.ts'
import type { SyncedHub } from '../../app/hub/sync-hub.ts'
import type { FolderFault, SharedFolder } from '../../app/sync/shared-folder.ts'
import type { Synced } from '../../app/sync/sync-now.ts'
import { pulledFields } from './course-json.ts'

/** What `sync --json` prints. */
export function syncedFields(folder: SharedFolder, synced: Synced, dryRun: boolean): object {
  const { taken, written, files, devices, renamed, faults } = synced
  return {
    folder: folder.path,
    encrypted: folder.isEncrypted,
    dryRun,
    devices,
    entries: { taken: taken.added, known: taken.known, refused: taken.refused, written },
    files: {
      taken: files.taken,
      removed: files.removed,
      sent: files.sent,
      heldBack: files.heldBack,
      conflicts: told(files.conflicts),
    },
    renamed,
    faults: told([...faults, ...files.faults]),
  }
}

/** The same where it was with a hub. */
export function hubSyncedFields(
  { url, course, name }: HubPlace,
  synced: SyncedHub,
  { dryRun, pulled }: { readonly dryRun: boolean; readonly pulled: PulledCourse | undefined },
): object {
  if (synced.kind === 'left') return hubLeftFields(url)
  const { taken, written, refusedThere, role, shares } = synced
  return {
    hub: url,
    course,
    name,
    role,
    left: false,
    shares,
    dryRun,
    entries: { taken: taken.added, known: taken.known, refused: taken.refused, written },
    refused: { here: taken.refusals, there: refusedThere },
    release: pulledFields(pulled),
  }
}

export function hubLeftFields(url: string): object {
  return { hub: url, left: true }
}

function told(faults: readonly FolderFault[]): readonly object[] {
  return faults.map(({ path, why }) => ({ path, why }))
}
