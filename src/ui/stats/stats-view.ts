import type { Statistics } from '../../app/collect-statistics.ts'
import { count, type Text } from '../../core/locale.ts'
import type { Around } from '../frame/around.ts'
import type { Page } from '../frame/page.ts'
import { apart, BLANK, type Line, line, run } from '../text/line.ts'
import { paragraph } from '../text/paragraph.ts'
import { wrap } from '../text/wrap.ts'
import { STATS_PAGES } from './stats-pages.ts'

const TITLE: Text = { en: 'Progress', zh: '进度' }

export function drawReading(reviews: number, around: Around): Page {
  return {
    title: line(around.say(TITLE), 'title'),
    aside: [],
    body: paragraph(around, readingText(reviews), 'hint'),
    bodyKey: 'stats reading',
    pinned: [],
  }
}

function readingText(reviews: number): Text {
  return {
    en: `Reading the log: ${count(reviews, 'review')} so far. Only the first time takes long.`,
    zh: `正在读取日志：已读 ${reviews} 次复习。只有第一次需要较长时间。`,
  }
}

export function drawStats(statistics: Statistics, at: number, around: Around): Page {
  // Charts use what the window has.
  const wide = { ...around, width: around.windowWidth }
  const page = STATS_PAGES[at]
  return {
    title: line(around.say(TITLE), 'title'),
    aside: line(around.say(streakText(statistics.total.streak)), 'hint'),
    body: [...tabLines(at, around), BLANK, ...(page?.lines(statistics, wide) ?? [])],
    bodyKey: `stats ${at}`,
    pinned: [],
  }
}

/** Every page, one below the other. */
export function statisticsLines(statistics: Statistics, around: Around): readonly Line[] {
  return apart(STATS_PAGES.map((page) => page.lines(statistics, around)))
}

function tabLines(current: number, { say, width }: Around): readonly Line[] {
  const tabs = STATS_PAGES.flatMap(({ title }, at) => [
    run(`${at + 1} `, at === current ? 'chosen' : 'hint'),
    run(say(title), at === current ? 'chosen' : 'hint'),
    run('   '),
  ])
  return wrap(tabs.slice(0, -1), width)
}

function streakText(days: number): Text {
  return { en: `streak ${count(days, 'day')}`, zh: `连续 ${days} 天` }
}
