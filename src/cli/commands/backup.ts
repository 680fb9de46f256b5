import { backupFolder, listBackups } from '../../app/backup/kept-backup.ts'
import { backUp, backUpTo } from '../../app/backup/make-backup.ts'
import { type Deps, settingsIn } from '../../app/deps.ts'
import { backupFields, backupListFields } from '../../output/json/backup-json.ts'
import { backupListText, backupText } from '../../ui/plain/backup-text.ts'
import { backUpUntilStopped } from '../back-up-until-stopped.ts'
import { findSettings } from '../find-locale.ts'
import { placesHere } from '../folders.ts'
import { openDeps } from '../open-deps.ts'
import { print, printJson, tell } from '../print.ts'

interface BackupFlags {
  readonly list?: boolean
  readonly force?: boolean
  readonly json?: boolean
}

/** Copies the database to a file, or among the backups; or lists these. */
export async function backup(path: string | undefined, flags: BackupFlags): Promise<void> {
  if (flags.list) return list(flags)
  const deps = await openDeps()
  const made = await backUpUntilStopped(deps, (watch) =>
    path === undefined ? backUp(deps, watch) : backUpTo(deps, path, flags.force ?? false, watch),
  )
  if (made === undefined) return tellStopped(deps)
  if (flags.json) printJson(backupFields(made))
  else print(backupText(deps, made))
}

/** Also where the database cannot be opened: then they are wanted most. */
function list({ json }: BackupFlags): void {
  const folders = placesHere()
  const settings = findSettings()
  const folder = backupFolder({ folders, settings })
  const backups = listBackups({ folders, settings })
  if (json) printJson(backupListFields(folder, backups))
  else print(backupListText(settings.locale, folder, backups, -new Date().getTimezoneOffset()))
}

function tellStopped(deps: Deps): void {
  tell({ en: 'Stopped; no backup was made.', zh: '已停止，未备份。' }[settingsIn(deps).locale])
  process.exitCode = 130
}
