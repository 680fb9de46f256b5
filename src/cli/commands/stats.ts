import { writeFileSync } from 'node:fs'
import { collectingStatistics, type Statistics } from '../../app/collect-statistics.ts'
import { type Deps, settingsIn } from '../../app/deps.ts'
import { writingProblem } from '../../app/export/export-problems.ts'
import { tellMistakes } from '../../app/tell-mistakes.ts'
import { type Locale, type Text, verbatim } from '../../core/locale.ts'
import { takeAtOnce } from '../../core/take-at-once.ts'
import { statisticsFields } from '../../output/json/statistics-json.ts'
import { join } from '../../ui/words/punctuation.ts'
import { openDeps } from '../open-deps.ts'
import { hasTerminal, print, printJson } from '../print.ts'
import { withProgress } from '../show-progress.ts'

interface StatsFlags {
  readonly json?: boolean
  /** A file to write. */
  readonly html?: string
}

export async function stats(flags: StatsFlags): Promise<void> {
  const deps = await openDeps()
  if (!flags.json && flags.html === undefined && hasTerminal()) {
    const { showScreens } = await import('../show-screens.ts')
    return showScreens(deps, { kind: 'stats' })
  }
  const statistics = await tellMistakes(deps, await collectTelling(deps))
  if (flags.html !== undefined) await writePage(flags.html, statistics, settingsIn(deps).locale)
  if (flags.json) printJson(statisticsFields(statistics))
  else if (flags.html !== undefined) print(join(WROTE, verbatim(flags.html))[settingsIn(deps).locale])
  else print((await import('../../ui/plain/statistics-text.ts')).statisticsText(deps, statistics))
}

const WROTE: Text = { en: 'Written: ', zh: '已写入：' }

async function writePage(path: string, statistics: Statistics, locale: Locale): Promise<void> {
  const { statisticsPage } = await import('../../output/html/statistics-page.ts')
  const page = statisticsPage(statistics, locale)
  try {
    writeFileSync(path, page)
  } catch (error) {
    throw writingProblem(path, error)
  }
}

const EVERY = 20_000

/** A log of years takes a while, the first time. */
function collectTelling(deps: Deps): Promise<Statistics> {
  return withProgress(settingsIn(deps).locale, (progress) =>
    takeAtOnce(collectingStatistics(deps), (reviews) => {
      if (reviews % EVERY !== 0) return
      progress.tell({ en: `reading the log: ${reviews}`, zh: `正在读取日志：${reviews}` })
    }),
  )
}
