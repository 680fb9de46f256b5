import { openDeps } from '../open-deps.ts'
import { hasTerminal } from '../print.ts'

/** The home screen; without a terminal, the same as text. */
export async function home(flags: { readonly json?: boolean }): Promise<void> {
  if (!hasTerminal() || flags.json) return (await import('./print-today.ts')).printToday(flags)
  const { showScreens } = await import('../show-screens.ts')
  return showScreens(await openDeps(), { kind: 'home' })
}
