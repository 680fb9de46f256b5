import { type Deps, settingsIn } from '../app/deps.ts'
import { type Optimized, optimize } from '../app/optimize-weights.ts'
import { fitWeights } from '../fitter/fit-by-model.ts'
import { optimizeProgressText } from '../ui/plain/optimize-text.ts'
import { tell } from './print.ts'
import { withProgress } from './show-progress.ts'
import { untilStopped } from './until-stopped.ts'

/** Undefined when it was stopped by ctrl-c, which leaves everything as it was. */
export async function optimizeUntilStopped(deps: Deps): Promise<Optimized | undefined> {
  const { locale } = settingsIn(deps)
  const optimized = await withProgress(locale, (progress) =>
    untilStopped(({ signal, letGo }) =>
      optimize(deps, {
        fitWeights,
        signal,
        onProgress: (now) => {
          // SQLite takes back what a replay had begun.
          if (now.kind === 'replay') letGo()
          progress.tell(optimizeProgressText(now))
        },
      }),
    ),
  )
  if (optimized === undefined) {
    tell({ en: 'Stopped; nothing was changed.', zh: '已停止，未作任何改动。' }[locale])
    process.exitCode = 130
  }
  return optimized
}
