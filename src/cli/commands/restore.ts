import { restoreBackup } from '../../app/backup/restore-backup.ts'
import { restoredFields } from '../../output/json/backup-json.ts'
import { restoredText, restoreStageText } from '../../ui/plain/restore-text.ts'
import { findLocale } from '../find-locale.ts'
import { placesHere } from '../folders.ts'
import { print, printJson } from '../print.ts'
import { withProgress } from '../show-progress.ts'

interface RestoreFlags {
  readonly 'dry-run'?: boolean
  readonly json?: boolean
}

/** Opens nothing else: the database may be one that cannot be opened. To end the program at any moment is safe. */
export async function restore(from: string, flags: RestoreFlags): Promise<void> {
  const { database, backups } = placesHere()
  const dryRun = flags['dry-run'] ?? false
  const locale = findLocale()
  const order = { from, database, backups, now: Date.now(), dryRun }
  const restored = await withProgress(locale, (progress) =>
    restoreBackup(order, (stage) => progress.tell(restoreStageText(stage))),
  )
  if (flags.json) printJson(restoredFields(from, restored))
  else print(restoredText(locale, from, restored, dryRun))
}
