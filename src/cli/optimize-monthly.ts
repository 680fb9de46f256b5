import { type Deps, settingsIn } from '../app/deps.ts'
import { noteFitTried } from '../app/monthly-fit.ts'
import { monthlyText } from '../ui/plain/optimize-text.ts'
import { optimizeUntilStopped } from './optimize-until-stopped.ts'
import { print } from './print.ts'

/** The fit that is made by itself: when the screens are left, so that no session and no start waits for it. */
export async function optimizeMonthly(deps: Deps): Promise<void> {
  const optimized = await optimizeUntilStopped(deps)
  if (optimized === undefined) return
  noteFitTried(deps)
  if (optimized.outcome.kind !== 'too-few') print(monthlyText(optimized.outcome)[settingsIn(deps).locale])
}
