import type { PlannedTopic, PlanReport } from '../../app/plan/report-plan.ts'
import { dateOf } from '../../core/day.ts'
import { count, type Text, verbatim } from '../../core/locale.ts'
import type { RecallForecast } from '../../core/plan/recall-forecast.ts'
import type { Shortfall } from '../../core/plan/shortfall.ts'
import { sum } from '../../core/sum.ts'
import type { Around } from '../frame/around.ts'
import type { Page } from '../frame/page.ts'
import { pinnedField } from '../frame/pinned-field.ts'
import { labelledRows } from '../text/labelled-rows.ts'
import { BLANK, type Line, line } from '../text/line.ts'
import { paragraph } from '../text/paragraph.ts'
import { formatPercent } from '../words/format-interval.ts'
import { enumerate } from '../words/punctuation.ts'
import { planDayLines } from './plan-days.ts'
import type { PlanState } from './plan-screen.ts'
import { planTopicLines } from './plan-topics.ts'

type Planned = Extract<PlanReport, { kind: 'on' }>

export function drawPlan({ report, advice, field, isEnding }: PlanState, around: Around): Page {
  const asked = isEnding ? paragraph(around, CONFIRM_ENDING, 'warning') : []
  return {
    title: line(around.say({ en: 'Plan', zh: '计划' }), 'title'),
    aside: report?.kind === 'on' ? line(dateOf(report.plan.interview), 'hint') : BLANK,
    body: bodyLines(report, advice, around),
    bodyKey: 'plan',
    ...(field === undefined ? { pinned: asked } : pinnedField(INTERVIEW_DATE, field, around)),
  }
}

function bodyLines(
  report: PlanReport | undefined,
  advice: Shortfall | undefined,
  around: Around,
): readonly Line[] {
  if (report === undefined) return [line(around.say(BEING_MADE), 'hint')]
  if (report.kind === 'none') return paragraph(around, NO_PLAN_YET)
  if (report.kind === 'over') return paragraph(around, overText(dateOf(report.plan.interview), BY_KEYS))
  return planLines(report, advice, around)
}

const NO_PLAN_YET: Text = {
  en: 'There is no plan. `d` sets the date of the interview, and so makes one.',
  zh: '还没有计划。按 `d` 设定面试日期，即可制定。',
}

const CONFIRM_ENDING: Text = {
  en: 'End the plan? Cards come as before, and its minutes and topics are forgotten. (y/n)',
  zh: '结束计划？卡片恢复原来的调度，计划的分钟数和主题不再保留。(y/n)',
}

const INTERVIEW_DATE: Text = {
  en: 'Interview, as a date or in days from today',
  zh: '面试日期，或今天起的天数',
}

const BEING_MADE: Text = { en: 'The plan is being made.', zh: '正在制定计划。' }

/** What is expected of the plan, what does not fit and what would help, the days and the topics. */
export function planLines(
  report: PlanReport,
  advice: Shortfall | undefined,
  around: Around,
): readonly Line[] {
  if (report.kind === 'none') return paragraph(around, NO_PLAN)
  if (report.kind !== 'on') return paragraph(around, silentText(report.kind, dateOf(report.plan.interview)))
  return [
    ...paragraph(around, titleText(report), 'heading'),
    ...scopeLines(report, around),
    BLANK,
    ...expectedLines(report, around),
    ...doesNotFit(report, advice).flatMap((text) => [BLANK, ...paragraph(around, text, 'warning')]),
    BLANK,
    ...planDayLines(report.ofDay.days, around),
    BLANK,
    ...planTopicLines(report.topics, around),
  ]
}

const NO_PLAN: Text = {
  en: 'There is no plan. `anneal plan --interview DATE --minutes 30` makes one; DATE is a date, or in how many days it is.',
  zh: '还没有计划。运行 `anneal plan --interview DATE --minutes 30` 制定一个，DATE 是日期或还有几天。',
}

function farText(date: string): Text {
  return {
    en: `The interview on ${date} is more than a year away: for now cards come as they do without a plan.`,
    zh: `${date} 的面试距今超过一年，目前卡片照常出现，不按计划。`,
  }
}

function overText(date: string, remedy: Text): Text {
  return {
    en: `The plan led up to ${date}; since then cards come as they did before it. ${remedy.en}`,
    zh: `计划截至 ${date}，此后卡片照常出现。${remedy.zh}`,
  }
}

const BY_KEYS: Text = {
  en: '`d` makes another one, `x` forgets it.',
  zh: '按 `d` 制定新计划，按 `x` 去掉它。',
}
const BY_COMMANDS: Text = {
  en: '`anneal plan --interview DATE` makes another one, `anneal plan --off` forgets it.',
  zh: '用 `anneal plan --interview DATE` 制定新计划，或用 `anneal plan --off` 去掉它。',
}

function silentText(kind: 'far' | 'over', date: string): Text {
  return kind === 'far' ? farText(date) : overText(date, BY_COMMANDS)
}

function titleText({ plan, ofDay }: Planned): Text {
  const [date, days] = [dateOf(plan.interview), plan.interview - ofDay.today]
  return {
    en: `Interview on ${date}, in ${count(days, 'day')}, with ${count(plan.minutes, 'minute')} a day`,
    zh: `${date} 面试，还有 ${days} 天，每天 ${plan.minutes} 分钟`,
  }
}

/** The decks and groups that it is for, where these are not all. */
function scopeLines({ plan: { topics } }: Planned, around: Around): readonly Line[] {
  return topics.length === 0 ? [] : paragraph(around, enumerate(topics.map(verbatim)), 'hint')
}

function expectedLines({ ofDay }: Planned, { say, width }: Around): readonly Line[] {
  const facts: readonly (readonly [Text, Text])[] = [
    [{ en: 'Cards recalled then', zh: '届时能想起的卡片' }, forecastText(ofDay.recall)],
    [{ en: 'Exercises solved then', zh: '届时能解出的练习' }, forecastText(ofDay.exercises)],
    [
      { en: '30 days later', zh: '再过 30 天' },
      {
        en: `${formatPercent(ofDay.later)} of the cards, without any study after the interview`,
        zh: `面试后完全不复习，还能想起 ${formatPercent(ofDay.later)} 的卡片`,
      },
    ],
    [
      { en: 'Until then', zh: '在此之前' },
      {
        en: `${formatPercent(ofDay.before)} of the cards, on the mean day`,
        zh: `平均每天能想起 ${formatPercent(ofDay.before)} 的卡片`,
      },
    ],
  ]
  const rows = facts.map(([label, text]) => [say(label), [line(say(text))]] as const)
  return labelledRows(rows, width).flat()
}

function forecastText(recall: RecallForecast | undefined): Text {
  if (recall === undefined) return { en: 'none to plan', zh: '没有可计划的' }
  const [mean, low, high] = [recall.mean, recall.low, recall.high].map(formatPercent)
  return {
    en: `${mean} (${low} to ${high} nine times in ten)`,
    zh: `${mean}（九成可能在 ${low} 到 ${high} 之间）`,
  }
}

/** What the minutes do not reach, and what would help. */
function doesNotFit({ ofDay, topics }: Planned, advice: Shortfall | undefined): readonly Text[] {
  const [cards, exercises] = [ofDay.leftOut.length, ofDay.exercisesLeftOut.length]
  const tooLong = ofDay.exercisesTooLong.length
  return [
    ...(cards === 0 ? [] : [leftOutText(cards, topics)]),
    ...(advice === undefined ? [] : [helpText(advice)]),
    ...(exercises === 0 ? [] : [exercisesText(exercises, tooLong)]),
  ]
}

const NAMED_TOPICS = 4

function leftOutText(cards: number, topics: readonly PlannedTopic[]): Text {
  const most = topics.filter(({ leftOut }) => leftOut > 0).sort((one, other) => other.leftOut - one.leftOut)
  const named = most.slice(0, NAMED_TOPICS).map(({ title, leftOut }) => ({
    en: `${title.en} ${leftOut}`,
    zh: `${title.zh} ${leftOut} 张`,
  }))
  const others = cards - sum(most.slice(0, NAMED_TOPICS).map(({ leftOut }) => leftOut))
  const rest = others === 0 ? [] : [{ en: `others ${others}`, zh: `其他 ${others} 张` }]
  const list = enumerate([...named, ...rest])
  return {
    en: `${count(cards, 'new card is', 'new cards are')} not reached: ${list.en}.`,
    zh: `有 ${cards} 张新卡片学不到：${list.zh}。`,
  }
}

function helpText({ cards, moreMinutes }: Shortfall): Text {
  const dropped = cards.length
  return moreMinutes === undefined
    ? {
        en: `No more minutes a day would be enough: drop ${count(dropped, 'card')} by \`anneal topics exclude\`.`,
        zh: `每天再多时间也不够：请用 \`anneal topics exclude\` 去掉 ${dropped} 张卡片。`,
      }
    : {
        en: `All new cards are begun if you drop ${count(dropped, 'card')} by \`anneal topics exclude\`, or add ${count(moreMinutes, 'minute')} a day.`,
        zh: `用 \`anneal topics exclude\` 去掉 ${dropped} 张卡片，或每天增加 ${moreMinutes} 分钟，新卡片就能全部学到。`,
      }
}

function exercisesText(exercises: number, tooLong: number): Text {
  return tooLong === 0
    ? {
        en: `${count(exercises, 'exercise is', 'exercises are')} not reached.`,
        zh: `有 ${exercises} 道练习做不到。`,
      }
    : {
        en: `${count(exercises, 'exercise is', 'exercises are')} not reached, ${tooLong} for want of a day with the minutes for one.`,
        zh: `有 ${exercises} 道练习做不到，其中 ${tooLong} 道是因为没有一天的分钟数够做完。`,
      }
}
