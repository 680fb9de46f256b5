import type { BackupWatch } from '../app/backup/make-backup.ts'
import { type Deps, settingsIn } from '../app/deps.ts'
import { backupProgressText } from '../ui/plain/backup-text.ts'
import { showProgress } from './show-progress.ts'

/** Undefined when it was stopped by ctrl-c, which leaves nothing of it. */
export async function backUpUntilStopped<T>(
  deps: Deps,
  backUp: (watch: BackupWatch) => Promise<T>,
): Promise<T | undefined> {
  const { locale } = settingsIn(deps)
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  process.once('SIGINT', stop)
  const progress = showProgress(locale)
  try {
    return await backUp({
      signal: stopping.signal,
      onProgress: (now) => {
        // The check lets no handler run: ctrl-c then ends the program, and the next backup sweeps up what this one had begun.
        if (now.kind === 'check') process.removeListener('SIGINT', stop)
        progress.tell(backupProgressText(now)[locale])
      },
    })
  } catch (error) {
    if (!stopping.signal.aborted) throw error
    return undefined
  } finally {
    progress.clear()
    process.removeListener('SIGINT', stop)
  }
}
