import type { BackupWatch } from '../app/backup/make-backup.ts'
import { type Deps, settingsIn } from '../app/deps.ts'
import { backupProgressText } from '../ui/plain/backup-text.ts'
import { withProgress } from './show-progress.ts'
import { untilStopped } from './until-stopped.ts'

/** Undefined when it was stopped by ctrl-c, which leaves nothing of it. */
export async function backUpUntilStopped<T>(
  deps: Deps,
  backUp: (watch: BackupWatch) => Promise<T>,
): Promise<T | undefined> {
  return await withProgress(settingsIn(deps).locale, (progress) =>
    untilStopped(({ signal, letGo }) =>
      backUp({
        signal,
        onProgress: (now) => {
          // The next backup sweeps up what this one had begun.
          if (now.kind === 'check') letGo()
          progress.tell(backupProgressText(now))
        },
      }),
    ),
  )
}
