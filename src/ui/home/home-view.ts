import { type DueCounts, dueInAll, type Readiness, type Today } from '../../app/summarize-today.ts'
import { dateOf } from '../../core/day.ts'
import { reasonText } from '../exercise/reason-text.ts'
import { formatPercent } from '../format-interval.ts'
import type { Picture } from '../frame/picture.ts'
import type { Around } from '../frame/screen-plan.ts'
import type { Messages } from '../messages/messages.ts'
import { BLANK, hang, type Line, line, lineWidth, type Run, run, spaces } from '../text/line.ts'
import { wrap } from '../text/wrap.ts'
import type { HomeState } from './home-state.ts'

export function drawHome({ today }: HomeState, around: Around): Picture {
  return {
    title: [run('Anneal', 'title'), run(`  ${around.messages.home.tagline}`, 'hint')],
    aside: line(dateOf(today.day), 'hint'),
    body: todayLines(today, around),
    bodyKey: 'home',
    pinned: [],
  }
}

/** What today asks for. */
export function todayLines(today: Today, { messages, locale, width }: Around): readonly Line[] {
  const { home } = messages
  const rows: readonly (readonly [string, readonly (readonly Run[])[]])[] = [
    [home.cards, [dueRuns(today.due, messages), [run(home.reviewedToday(today.reviewedToday), 'hint')]]],
    [home.exercise, exerciseRuns(today, messages, locale)],
    [home.streak, [[run(home.streakDays(today.streak))]]],
    [home.readiness, [[run(readinessText(today, messages))]]],
  ]
  const labelWidth = Math.max(...rows.map(([label]) => lineWidth(line(label)))) + 2
  const faults = today.faults === 0 ? [] : [BLANK, ...wrap([run(home.faults(today.faults), 'bad')], width)]
  return [
    ...rows.flatMap(([label, texts]) => [...row(label, texts, labelWidth, width), BLANK]).slice(0, -1),
    ...faults,
  ]
}

function row(
  label: string,
  texts: readonly (readonly Run[])[],
  labelWidth: number,
  width: number,
): readonly Line[] {
  const prefix = [run(label, 'heading'), spaces(labelWidth - lineWidth(line(label)))]
  return hang(
    prefix,
    texts.flatMap((runs) => wrap(runs, width - labelWidth)),
  )
}

function dueRuns(due: DueCounts, { home, punctuation }: Messages): readonly Run[] {
  const all = dueInAll(due)
  if (all === 0) return [run(home.nothingDue, 'good')]
  const kinds = ['recalled', 'learning', 'reviews', 'fresh'] as const
  const parts = kinds.filter((kind) => due[kind] > 0).map((kind) => `${due[kind]} ${home.dueParts[kind]}`)
  return [run(home.dueCards(all), 'chosen'), run(punctuation.aside(parts.join(punctuation.comma)))]
}

function exerciseRuns({ exercise }: Today, messages: Messages, locale: Around['locale']) {
  if (exercise === undefined) return [[run(messages.home.noExercise)]]
  const { exercise: shown, reason } = exercise
  return [
    [run(shown.title[locale], 'chosen'), run(`  ${shown.id}`, 'hint')],
    [
      run(
        reasonText(reason, messages) + messages.punctuation.comma + messages.exercise.minutes(shown.minutes),
      ),
    ],
  ]
}

function readinessText({ readiness, day, cards }: Today, { home }: Messages): string {
  const percent = formatPercent(readiness.recall)
  return readiness.isInterview ? readyAt(readiness, percent, day, home) : home.readyToday(percent, cards)
}

function readyAt(readiness: Readiness, percent: string, today: number, home: Messages['home']): string {
  return home.readyAt(percent, dateOf(readiness.day), readiness.day - today)
}
