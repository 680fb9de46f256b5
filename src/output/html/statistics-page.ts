import type { Statistics } from '../../app/collect-statistics.ts'
import { dateOf } from '../../core/day.ts'
import { count, type Locale, sayIn, type Text } from '../../core/locale.ts'
import { activityFigures } from './activity-figures.ts'
import { figureHtml } from './figure.ts'
import { memoryFigures } from './memory-figures.ts'
import { pageShell } from './page-shell.ts'
import { practiceFigures } from './practice-figures.ts'

/** What `stats --html` writes. */
export function statisticsPage(statistics: Statistics, locale: Locale): string {
  const say = sayIn(locale)
  const figures = [
    ...activityFigures(statistics, say, locale),
    ...memoryFigures(statistics, say),
    ...practiceFigures(statistics, locale),
  ]
  return pageShell({
    locale,
    title: say(titleText(statistics)),
    lead: [say(leadText(statistics))],
    sections: figures.map((figure) => figureHtml(figure, say)),
  })
}

function titleText({ day }: Statistics): Text {
  const date = dateOf(day)
  return { en: `Anneal: progress on ${date}`, zh: `Anneal 进度，${date}` }
}

function leadText({ total }: Statistics): Text {
  const hours = (total.minutes / 60).toFixed(1)
  return {
    en: `${count(total.reviews, 'review')} on ${count(total.days, 'day')}, ${hours} h in all. Streak ${count(total.streak, 'day')}, the longest ${count(total.longestStreak, 'day')}.`,
    zh: `共 ${total.reviews} 次复习，分布在 ${total.days} 天，合计 ${hours} 小时。已连续 ${total.streak} 天，最长 ${total.longestStreak} 天。`,
  }
}
