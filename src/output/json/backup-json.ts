import type { KeptBackup } from '../../app/backup/kept-backup.ts'
import type { BackupMade } from '../../app/backup/make-backup.ts'
import type { Restored } from '../../app/backup/restore-backup.ts'

/** What `backup --json` prints. */
export function backupFields({ path, events, bytes, removed }: BackupMade): object {
  return { path, events, bytes, removed }
}

/** What `restore --json` prints. */
export function restoredFields(path: string, { events, missing, aside }: Restored): object {
  return { path, events, missing: missing ?? null, aside: aside ?? null }
}

/** What `backup --list --json` prints. */
export function backupListFields(folder: string, backups: readonly KeptBackup[]): object {
  return { folder, backups: backups.map(backupInJson) }
}

function backupInJson({ path, bytes, origin }: KeptBackup): object {
  const { kind } = origin
  return kind === 'before'
    ? { path, bytes, kind, version: origin.version, at: null }
    : { path, bytes, kind, version: null, at: new Date(origin.at).toISOString() }
}
