import { type Deps, settingsIn } from '../../app/deps.ts'
import { undoOptimize } from '../../app/optimize-weights.ts'
import { optimizeFields } from '../../output/json/optimize-json.ts'
import { optimizeProgressText, optimizeText, UNDONE } from '../../ui/plain/optimize-text.ts'
import { openDeps } from '../open-deps.ts'
import { optimizeUntilStopped } from '../optimize-until-stopped.ts'
import { print, printJson } from '../print.ts'
import { withProgress } from '../show-progress.ts'

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

async function undo(deps: Deps, { json }: OptimizeFlags): Promise<void> {
  const { locale } = settingsIn(deps)
  await withProgress(locale, (progress) =>
    undoOptimize(deps, (now) => progress.tell(optimizeProgressText(now))),
  )
  if (json) printJson({ outcome: 'undone' })
  else print(UNDONE[locale])
}
