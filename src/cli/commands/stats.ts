import { collectStatistics } from '../../app/collect-statistics.ts'
import { type Deps, settingsIn } from '../../app/deps.ts'
import { studyDayOf } from '../../core/day.ts'
import { statisticsFields } from '../../output/json/statistics-json.ts'
import { openDeps } from '../open-deps.ts'
import { hasTerminal, print, printJson } from '../print.ts'
import { showProgress } from '../show-progress.ts'

export async function stats(flags: { readonly json?: boolean }): Promise<void> {
  const deps = await openDeps()
  if (!flags.json && hasTerminal()) {
    // What lies before today is kept, so that the screen opens at once.
    tellingEntries(deps, (onEntry) => deps.store.calibration(studyDayOf(deps.now()), onEntry))
    const { showScreens } = await import('../show-screens.ts')
    return showScreens(deps, { kind: 'stats' })
  }
  const statistics = tellingEntries(deps, (onEntry) => collectStatistics(deps, onEntry))
  if (flags.json) printJson(statisticsFields(statistics))
  else print((await import('../../ui/plain/statistics-text.ts')).statisticsText(deps, statistics))
}

const EVERY = 20_000

/** A log of years takes a while, the first time. */
function tellingEntries<Result>(deps: Deps, work: (onEntry: () => void) => Result): Result {
  const { locale } = settingsIn(deps)
  const progress = showProgress(locale)
  let entries = 0
  const result = work(() => {
    entries++
    if (entries % EVERY === 0) {
      progress.tell({ en: `reading the log: ${entries} ...`, zh: `正在读取日志：${entries}……` }[locale])
    }
  })
  progress.clear()
  return result
}
