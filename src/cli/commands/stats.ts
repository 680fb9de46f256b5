import { collectStatistics } from '../../app/collect-statistics.ts'
import { statisticsFields } from '../../output/json/statistics-json.ts'
import { openDeps } from '../open-deps.ts'
import { hasTerminal, print, printJson } from '../print.ts'

export async function stats(flags: { readonly json?: boolean }): Promise<void> {
  const deps = await openDeps()
  if (flags.json) return printJson(statisticsFields(collectStatistics(deps)))
  if (hasTerminal()) {
    const { showScreens } = await import('../show-screens.ts')
    return showScreens(deps, { kind: 'stats' })
  }
  print((await import('../../ui/plain/statistics-text.ts')).statisticsText(deps, collectStatistics(deps)))
}
