import type { Statistics } from '../../app/collect-statistics.ts'
import type { LastInterview } from '../../app/keep-interview.ts'
import { dateOf } from '../../core/day.ts'
import { count, type Say, type Text, verbatim } from '../../core/locale.ts'
import type { Mastery, Retention } from '../../core/statistics.ts'
import { exerciseListLines } from '../exercise-list/exercise-list-view.ts'
import type { Around } from '../frame/around.ts'
import type { Page } from '../frame/page.ts'
import {
  BLANK,
  cropText,
  indent,
  type Line,
  line,
  lineWidth,
  padText,
  padTextStart,
  run,
} from '../text/line.ts'
import { wrap } from '../text/wrap.ts'
import { formatPercent } from '../words/format-interval.ts'
import { marksText, NONE_KEPT_BACK } from '../words/marks-text.ts'
import { COLON, join } from '../words/punctuation.ts'
import { questionsText, taskText } from '../words/task-text.ts'
import { heatLines } from './heat-map.ts'

export function drawStats(statistics: Statistics, around: Around): Page {
  return {
    title: line(around.say({ en: 'Progress', zh: '进度' }), 'title'),
    aside: line(around.say(streakText(statistics.total.streak)), 'hint'),
    body: statisticsLines(statistics, around),
    bodyKey: 'stats',
    pinned: [],
  }
}

export function statisticsLines(statistics: Statistics, around: Around): readonly Line[] {
  const { say, width } = around
  const section = (title: Text, lines: readonly Line[]) => [
    line(say(title), 'heading'),
    ...indent(lines, 2),
    BLANK,
  ]
  const inner = { ...around, width: width - 2 }
  return [
    ...section({ en: 'Reviews in the last 26 weeks', zh: '最近 26 周的复习次数' }, [
      ...heatLines(statistics.heat, statistics.day, say),
      ...wrap([run(say(totalText(statistics)), 'hint')], width - 2),
    ]),
    ...section(RETENTION, retentionLines(statistics, say)),
    ...section(
      { en: 'To review in the next 14 days', zh: '未来 14 天待复习' },
      forecastLines(statistics, inner),
    ),
    ...section({ en: 'Mastery by deck', zh: '各卡组掌握情况' }, masteryLines(statistics.decks, around)),
    ...section(
      { en: 'Exercises', zh: '练习' },
      exerciseListLines(statistics.exercises, undefined, inner).lines,
    ),
    ...(statistics.interview ? section(LAST_INTERVIEW, interviewLines(statistics.interview, inner)) : []),
    ...wrap([run(say(marksText(statistics) ?? NONE_KEPT_BACK), 'hint')], width),
  ]
}

const LAST_INTERVIEW: Text = { en: 'Last interview', zh: '最近一次模拟面试' }

function interviewLines(
  { day, record, exercise }: LastInterview,
  { say, width, now }: Around,
): readonly Line[] {
  const { task } = record
  const texts = [
    join(verbatim(dateOf(day)), COLON, questionsText(record)),
    ...(task ? [taskText(task, exercise?.title ?? verbatim(task.exercise), now.at)] : []),
  ]
  return texts.flatMap((text) => wrap([run(say(text))], width))
}

const RETENTION: Text = {
  en: 'True retention in 30 days (cards that had been learnt)',
  zh: '最近 30 天的真实记忆率（已学会的卡片）',
}

function totalText({ total, today }: Statistics): Text {
  const minutes = today.minutes.toFixed(0)
  return {
    en: `${count(total.reviews, 'review')} on ${count(total.days, 'day')} in all · Today ${count(today.reviews, 'review')}, ${minutes} min`,
    zh: `共 ${total.reviews} 次复习，分布在 ${total.days} 天 · 今天 ${today.reviews} 次，${minutes} 分钟`,
  }
}

function streakText(days: number): Text {
  return { en: `streak ${count(days, 'day')}`, zh: `连续 ${days} 天` }
}

function retentionLines({ retention }: Statistics, say: Say): readonly Line[] {
  if (retention.all.total === 0) return [line(say({ en: 'no reviews yet', zh: '还没有复习记录' }), 'hint')]
  const parts: readonly (readonly [Text, Retention])[] = [
    [{ en: 'all', zh: '全部' }, retention.all],
    [{ en: 'young', zh: '新近' }, retention.young],
    [{ en: 'mature', zh: '成熟' }, retention.mature],
  ]
  return parts.filter(([, { total }]) => total > 0).map(([label, share]) => retentionLine(say(label), share))
}

function retentionLine(label: string, { recalled, total }: Retention): Line {
  return [
    run(padText(label, 8)),
    run(padTextStart(formatPercent(recalled / total), 4), 'strong'),
    run(`  ${recalled}/${total}`, 'hint'),
  ]
}

/** One row a day, its bar scaled to the busiest. */
function forecastLines({ forecast, day, due }: Statistics, { say, width }: Around): readonly Line[] {
  const most = Math.max(1, ...forecast)
  return forecast.map((cards, at) => {
    const label = at === 0 ? say({ en: 'today', zh: '今天' }) : dateOf(day + at).slice(5)
    const bar = '█'.repeat(Math.ceil((cards / most) * Math.min(40, width - 26)))
    const fresh = at === 0 && due.fresh > 0 ? [run(` ${say(andNew(due.fresh))}`, 'hint')] : []
    return [run(padText(label, 7)), run(padTextStart(String(cards), 4)), run(` ${bar}`, 'code'), ...fresh]
  })
}

function andNew(fresh: number): Text {
  return { en: `and ${fresh} new`, zh: `另有 ${fresh} 张新卡片` }
}

function masteryLines(decks: readonly Mastery[], { say, width }: Around): readonly Line[] {
  const columns = [
    say({ en: 'seen', zh: '已学' }),
    say({ en: 'stable', zh: '稳定' }),
    say({ en: 'recall today', zh: '今天能想起' }),
  ]
  const numberWidth = Math.max(8, ...columns.map((text) => lineWidth(line(text)))) + 1
  const nameWidth = Math.max(10, Math.min(34, width - 2 - 3 * numberWidth))
  const row = (name: string, texts: readonly string[]) =>
    padText(cropText(name, nameWidth), nameWidth) +
    texts.map((text) => padTextStart(text, numberWidth)).join('')
  return [
    line(row(say({ en: 'deck', zh: '卡组' }), columns), 'hint'),
    ...decks.map(({ deck, total, seen, stable, recall }) =>
      line(row(say(deck.title), [`${seen}/${total}`, `${stable}`, formatPercent(recall)])),
    ),
  ]
}
