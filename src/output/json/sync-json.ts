import type { FolderFault, SharedFolder } from '../../app/sync/shared-folder.ts'
import type { Synced } from '../../app/sync/sync-now.ts'

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

function told(faults: readonly FolderFault[]): readonly object[] {
  return faults.map(({ path, why }) => ({ path, why }))
}
