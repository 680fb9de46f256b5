import { dueInAll } from '../../app/count-due.ts'
import type { PlannedToday, Today } from '../../app/summarize-today.ts'
import { dateOf } from '../../core/day.ts'
import { count, type Say, type Text } from '../../core/locale.ts'
import type { Pace } from '../../core/pace.ts'
import type { RecallForecast } from '../../core/plan/recall-forecast.ts'
import { effortText, missingText, reasonText } from '../exercise/reason-text.ts'
import type { Around } from '../frame/around.ts'
import type { Page } from '../frame/page.ts'
import { labelledRows } from '../text/labelled-rows.ts'
import { apart, type Line, line, run, type TextRun } from '../text/line.ts'
import { wrap } from '../text/wrap.ts'
import { ageText } from '../words/age-text.ts'
import { DUE_KINDS, dueCards } from '../words/due-words.ts'
import { formatPercent } from '../words/format-interval.ts'
import { isAtLimit, limitText, MORE_BY_KEY, moreByCommand } from '../words/limit-text.ts'
import { KEPT_BACK_BY_COMMAND, KEPT_BACK_BY_KEY, marksText } from '../words/marks-text.ts'
import { aside, COMMA, enumerate, join } from '../words/punctuation.ts'
import type { HomeState } from './home-screen.ts'

export function drawHome(state: HomeState, around: Around): Page {
  const tagline = around.say({ en: 'flashcards and coding exercises', zh: '记忆卡片与编程练习' })
  return {
    title: [run('Anneal', 'title'), run(`  ${tagline}`, 'hint')],
    aside: line(dateOf(state.kind === 'planning' ? state.day : state.today.day), 'hint'),
    body:
      state.kind === 'planning'
        ? [line(around.say(PLANNING), 'hint')]
        : todayLines(state.today, around, { more: MORE_BY_KEY, keptBack: KEPT_BACK_BY_KEY }),
    bodyKey: 'home',
    pinned: [],
  }
}

const PLANNING: Text = { en: 'The day is being planned.', zh: '正在制定今天的计划。' }

/** To what is not shown: keys, or commands where there are none. */
interface Ways {
  readonly more: Text
  readonly keptBack: Text
}

/** What today asks for. */
export function todayLines(
  today: Today,
  { say, width, now }: Around,
  ways: Ways = { more: moreByCommand(today.newCards), keptBack: KEPT_BACK_BY_COMMAND },
): readonly Line[] {
  const { newCards, pace, plan } = today
  const reviewed = run(say(reviewedToday(today.reviewedToday)), 'hint')
  const limit = isAtLimit(newCards) ? [[run(say(limitText(newCards, ways.more)), 'hint')]] : []
  const onTheWay = [
    ...(pace === undefined ? [] : [paceText(pace)]),
    ...(plan === undefined ? [] : [partText(plan)]),
  ].map((text) => [run(say(text), 'hint')])
  const rows: readonly (readonly [string, readonly Line[]])[] = [
    [say({ en: 'Cards', zh: '卡片' }), [dueRuns(today, say), [reviewed], ...limit]],
    [say({ en: 'Exercise', zh: '练习' }), exerciseRuns(today, say)],
    [say({ en: 'Streak', zh: '连续' }), [[run(say(daysText(today.streak)))]]],
    [say({ en: 'Readiness', zh: '准备度' }), [[run(say(readinessText(today)))], ...onTheWay]],
  ]
  const marks = marksText(today.marks, ways.keptBack)
  const told = [
    ...(marks === undefined ? [] : [run(say(marks), 'hint')]),
    ...(today.lastSync === undefined ? [] : [run(say(syncedText(ageText(today.lastSync, now))), 'hint')]),
    ...(today.faults > 0 ? [run(say(faultsText(today.faults)), 'bad')] : []),
    ...(today.edited > 0 ? [run(say(editedText(today.edited)), 'bad')] : []),
    ...(today.daysBehind === undefined ? [] : [run(say(behindText(today.daysBehind)), 'bad')]),
  ]
  return apart([...labelledRows(rows, width, 'heading'), ...told.map((text) => wrap([text], width))])
}

function dueRuns({ due, plan }: Today, say: Say): readonly TextRun[] {
  const all = dueInAll(due)
  if (all === 0) return [run(say(isForExercises(plan) ? ONLY_EXERCISES : NOTHING_DUE), 'good')]
  const kinds = ['recalled', 'learning', 'reviews', 'fresh'] as const
  const parts = kinds.filter((kind) => due[kind] > 0).map((kind) => kindText(due[kind], DUE_KINDS[kind]))
  return [run(say(dueCards(all)), 'chosen'), run(say(aside(enumerate(parts))))]
}

/** Whether a plan has no room for cards today. */
function isForExercises(plan: Today['plan']): boolean {
  return plan !== undefined && plan.exercises > 0 && plan.newCards + plan.reviews === 0
}

const NOTHING_DUE: Text = { en: 'Nothing is due.', zh: '今天没有到期的卡片。' }
const ONLY_EXERCISES: Text = {
  en: 'None today: the plan gives the day to an exercise.',
  zh: '今天没有卡片：计划把时间留给了练习。',
}

function syncedText(age: Text): Text {
  return {
    en: `Last synchronised ${age.en}: \`anneal sync\` does it now.`,
    zh: `上次同步：${age.zh}。\`anneal sync\` 可立即同步。`,
  }
}

function behindText(days: number): Text {
  return {
    en: `The clock is ${count(days, 'day')} behind what you did; check the date of this machine. If it is right, \`anneal doctor clock\` mends what was dated wrongly.`,
    zh: `时钟比你的记录早 ${days} 天，请检查这台机器的日期。如果日期没错，请运行 \`anneal doctor clock\` 改正当时记错的日期。`,
  }
}

function editedText(cards: number): Text {
  return {
    en: `${count(cards, 'card')} may have lost the history of an earlier text: \`anneal doctor\` asks whether it is the same card.`,
    zh: `有 ${cards} 张卡片改动文字后可能失去了复习记录：运行 \`anneal doctor\` 确认是否为同一张卡片。`,
  }
}

function kindText(number: number, kind: Text): Text {
  return { en: `${number} ${kind.en}`, zh: `${number} 张${kind.zh}` }
}

function exerciseRuns({ exercise, plan }: Today, say: Say): readonly (readonly TextRun[])[] {
  if (exercise === undefined) return [[run(say(plan === undefined ? NO_EXERCISE : NONE_PLANNED))]]
  const { exercise: shown, missing } = exercise
  return [
    [run(say(shown.title), 'chosen'), run(`  ${shown.id}`, 'hint')],
    [run(say(join(reasonText(exercise), COMMA, effortText(shown))))],
    ...(missing.length === 0 ? [] : [[run(say(missingText(missing)), 'hint')]]),
  ]
}

const NO_EXERCISE: Text = { en: 'No exercise is open, due or new.', zh: '没有进行中、到期或新的练习。' }
const NONE_PLANNED: Text = { en: 'The plan has no more for today.', zh: '按计划，今天没有要做的练习了。' }

function readinessText({ readiness, day, cards, plan }: Today): Text {
  const percent = plan?.recall === undefined ? formatPercent(readiness.recall) : rangeText(plan.recall)
  return readiness.isInterview
    ? readyAt(percent, dateOf(readiness.day), readiness.day - day)
    : readyToday(percent, cards)
}

function reviewedToday(number: number): Text {
  return { en: `${count(number, 'review')} done today`, zh: `今天已复习 ${number} 次` }
}

function daysText(days: number): Text {
  return { en: count(days, 'day'), zh: `${days} 天` }
}

function readyToday(percent: string, cards: number): Text {
  return {
    en: `${percent} of ${count(cards, 'card')} would be recalled today`,
    zh: `${cards} 张卡片中预计今天能想起 ${percent}`,
  }
}

function readyAt(percent: string, date: string, days: number): Text {
  if (days === 0)
    return {
      en: `${percent} would be recalled at the interview, which is today`,
      zh: `今天面试，预计能想起 ${percent}`,
    }
  return {
    en: `${percent} would be recalled at the interview on ${date}, in ${count(days, 'day')}`,
    zh: `${date} 面试（还有 ${days} 天）时预计能想起 ${percent}`,
  }
}

function paceText({ perDay, seen, of }: Pace): Text {
  return {
    en: `at ${perDay} a day you will have seen ${seen} of ${count(of, 'card')} by the interview`,
    zh: `按每天 ${perDay} 张，到面试时将学过 ${seen} 张，共 ${of} 张`,
  }
}

/** The share of a plan's cards, nine times in ten. */
function rangeText({ low, high }: RecallForecast): string {
  return `${formatPercent(low)}–${formatPercent(high)}`
}

function partText({ newCards, reviews, exercises }: PlannedToday): Text {
  return {
    en: `by the plan, which wants ${newCards} new, ${count(reviews, 'review')} and ${count(exercises, 'exercise')} of today`,
    zh: `按计划，今天学 ${newCards} 张新卡片、复习 ${reviews} 张、做 ${exercises} 道练习`,
  }
}

function faultsText(faults: number): Text {
  return {
    en: `${count(faults, 'place')} in your own decks cannot be read; \`anneal lint\` names them.`,
    zh: `你自己的卡组里有 ${faults} 处无法读取，用 \`anneal lint\` 查看。`,
  }
}
