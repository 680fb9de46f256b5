import type { Deps } from '../app/deps.ts'
import { isMonthlyFitDue } from '../app/monthly-fit.ts'
import type { Destination } from '../ui/frame/destination.ts'

/**
 * Loads the screens, which no command without one pays for. When they are left, the fit of the month is made
 * where the learner wants it.
 */
export async function showScreens(deps: Deps, start: Destination): Promise<void> {
  const { showInTerminal } = await import('../ui/terminal/show-in-terminal.ts')
  await showInTerminal(deps, start, { env: process.env })
  if (!isMonthlyFitDue(deps)) return
  const { optimizeMonthly } = await import('./optimize-monthly.ts')
  await optimizeMonthly(deps)
}
