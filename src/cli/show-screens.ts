import type { Deps } from '../app/deps.ts'
import type { Destination } from '../ui/frame/destination.ts'

/** Loads the screens, which no command without one pays for. */
export async function showScreens(deps: Deps, start: Destination): Promise<void> {
  const { showInTerminal } = await import('../ui/terminal/show-in-terminal.ts')
  await showInTerminal(deps, start, { env: process.env })
}
