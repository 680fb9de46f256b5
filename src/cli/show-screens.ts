import type { Deps } from '../app/deps.ts'
import type { Destination } from '../ui/frame/destination.ts'

/** Loads the screens, which no command without one pays for. */
export async function showScreens(deps: Deps, start: Destination): Promise<void> {
  const { showScreens: show } = await import('../ui/show-screens.ts')
  await show(deps, start, { env: process.env })
}
