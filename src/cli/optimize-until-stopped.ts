import { type Deps, settingsIn } from '../app/deps.ts'
import { type Optimized, optimize } from '../app/optimize-weights.ts'
import { fitWeights } from '../fitter/fit-by-model.ts'
import { optimizeProgressText } from '../ui/plain/optimize-text.ts'
import { tell } from './print.ts'
import { showProgress } from './show-progress.ts'

/** Undefined when it was stopped by ctrl-c, which leaves everything as it was. */
export async function optimizeUntilStopped(deps: Deps): Promise<Optimized | undefined> {
  const { locale } = settingsIn(deps)
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  process.once('SIGINT', stop)
  const progress = showProgress(locale)
  try {
    return await optimize(deps, {
      fitWeights,
      signal: stopping.signal,
      onProgress: (now) => {
        // A replay lets no handler run: ctrl-c then ends the program, and SQLite takes back what was begun.
        if (now.kind === 'replay') process.removeListener('SIGINT', stop)
        progress.tell(optimizeProgressText(now)[locale])
      },
    })
  } catch (error) {
    if (!stopping.signal.aborted) throw error
    progress.clear()
    tell({ en: 'Stopped; nothing was changed.', zh: '已停止，未作任何改动。' }[locale])
    process.exitCode = 130
    return undefined
  } finally {
    progress.clear()
    process.removeListener('SIGINT', stop)
  }
}
