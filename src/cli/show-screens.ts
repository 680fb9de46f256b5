import type { Deps } from '../app/deps.ts'
import type { Screen } from '../ui/screen.ts'

/** Loads ink and react, which no command without a screen pays for. */
export async function showScreens(deps: Deps, start: Screen): Promise<void> {
  const { showScreens: show } = await import('../ui/show-screens.tsx')
  await show(deps, start, { env: process.env })
}
