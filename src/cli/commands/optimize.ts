import { type Deps, settingsIn } from '../../app/deps.ts'
import { optimize as fitAndAdopt, type Optimized, undoOptimize } from '../../app/optimize-weights.ts'
import { fitWeights } from '../../fitter/fit-by-model.ts'
import { optimizeFields } from '../../output/json/optimize-json.ts'
import { optimizeProgressText, optimizeText, UNDONE } from '../../ui/plain/optimize-text.ts'
import { openDeps } from '../open-deps.ts'
import { print, printJson, tell } from '../print.ts'
import { showProgress } from '../show-progress.ts'

export interface OptimizeFlags {
  readonly undo?: boolean
  readonly json?: boolean
}

/** Fits the scheduler to the learner, or takes the last fit back. */
export async function optimize(flags: OptimizeFlags): Promise<void> {
  const deps = await openDeps()
  if (flags.undo) return undo(deps, flags)
  const optimized = await optimizeUntilStopped(deps)
  if (optimized === undefined) return
  if (flags.json) printJson(optimizeFields(optimized, deps.now()))
  else print(optimizeText(deps, optimized))
}

function undo(deps: Deps, { json }: OptimizeFlags): void {
  const { locale } = settingsIn(deps)
  const progress = showProgress(locale)
  undoOptimize(deps, (now) => progress.tell(optimizeProgressText(now)[locale]))
  progress.clear()
  if (json) printJson({ outcome: 'undone' })
  else print(UNDONE[locale])
}

/** Undefined when it was stopped by ctrl-c, which leaves everything as it was. */
async function optimizeUntilStopped(deps: Deps): Promise<Optimized | undefined> {
  const { locale } = settingsIn(deps)
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  process.once('SIGINT', stop)
  const progress = showProgress(locale)
  try {
    return await fitAndAdopt(deps, {
      fitWeights,
      signal: stopping.signal,
      onProgress: (now) => progress.tell(optimizeProgressText(now)[locale]),
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
