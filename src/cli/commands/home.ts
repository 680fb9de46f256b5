import { summarizeToday } from '../../app/summarize-today.ts'
import { openDeps } from '../open-deps.ts'
import { hasTerminal, print } from '../print.ts'

/** The home screen; without a terminal, the same as text. */
export async function home(): Promise<void> {
  const deps = await openDeps()
  if (hasTerminal()) {
    const { showScreens } = await import('../show-screens.ts')
    return showScreens(deps, { kind: 'home' })
  }
  print((await import('../../ui/plain/today-text.ts')).todayText(deps, summarizeToday(deps)))
}
