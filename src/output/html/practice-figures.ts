import { dot, line, ruleY } from '@observablehq/plot'
import type { Statistics } from '../../app/collect-statistics.ts'
import type { Card } from '../../core/card.ts'
import { DAY_MS, dateOf } from '../../core/day.ts'
import type { CardId, ExerciseId } from '../../core/ids.ts'
import { type Locale, type Say, sayIn, type Text } from '../../core/locale.ts'
import { FIGURE_NAMES } from '../../core/statistics/figure-names.ts'
import type { Mastery } from '../../core/statistics/mastery.ts'
import type { Figure, Prose } from './figure.ts'
import { promptText } from './prompt-text.ts'
import { percent, sharesChart } from './shares-chart.ts'

/** Topics, exercises, and what is hard. */
export function practiceFigures(statistics: Statistics, locale: Locale): readonly Figure[] {
  const say = sayIn(locale)
  const titles = new Map(statistics.exercises.map(({ exercise }) => [exercise.id, say(exercise.title)]))
  const titleOf = (id: ExerciseId) => titles.get(id) ?? id
  return [
    masteryFigure(statistics.decks, say),
    recordFigure(statistics, titleOf),
    bestFigure(statistics, titleOf, say),
    mistakesFigure(statistics, titleOf, say),
    hardestFigure(statistics, locale),
    leechFigure(statistics, locale),
  ]
}

export function masteryFigure(decks: readonly Mastery[], say: Say): Figure {
  if (decks.length === 0) return { title: FIGURE_NAMES.mastery }
  const shown = decks.map((deck) => ({ title: say(deck.deck.title), share: deck.mastery }))
  return {
    title: FIGURE_NAMES.mastery,
    chart: sharesChart(shown),
    table: {
      head: [
        { en: 'topic', zh: '主题' },
        { en: 'seen', zh: '已学' },
        { en: 'stable', zh: '稳定' },
        { en: 'recall', zh: '想起' },
        { en: 'exercises solved', zh: '练习通过' },
        { en: 'mastery', zh: '掌握' },
      ],
      rows: decks.map(({ deck, seen, total, stable, recall, exercises, mastery }) => [
        say(deck.title),
        `${seen}/${total}`,
        String(stable),
        percent(recall),
        exercises.total === 0 ? '—' : `${exercises.accepted}/${exercises.total}`,
        percent(mastery),
      ]),
    },
  }
}

function recordFigure({ histories }: Statistics, titleOf: (id: ExerciseId) => string): Figure {
  if (histories.length === 0) return { title: FIGURE_NAMES.exercises }
  return {
    title: FIGURE_NAMES.exercises,
    table: {
      head: [
        { en: 'exercise', zh: '练习' },
        { en: 'tries until accepted', zh: '首次通过所需提交' },
        { en: 'submissions', zh: '提交' },
        { en: 'accepted', zh: '通过' },
        { en: 'gold', zh: '金牌' },
      ],
      rows: histories.map(({ exercise, untilAccepted, submissions, accepted, gold }) => [
        titleOf(exercise),
        untilAccepted?.toString() ?? '—',
        String(submissions),
        String(accepted),
        String(gold),
      ]),
    },
  }
}

interface Best {
  /** Its title, which another may have too. */
  readonly exercise: string
  readonly id: ExerciseId
  readonly at: Date
  readonly ratio: number
}

function bestFigure({ histories }: Statistics, titleOf: (id: ExerciseId) => string, say: Say): Figure {
  const points = histories.flatMap(({ exercise: id, best }) =>
    best.map(({ day, ratio }): Best => ({ exercise: titleOf(id), id, at: new Date(day * DAY_MS), ratio })),
  )
  if (points.length === 0) return { title: FIGURE_NAMES.best }
  return {
    title: FIGURE_NAMES.best,
    chart: {
      height: 260,
      x: { label: null, type: 'utc', ticks: 5, tickFormat: (at: Date) => dateOf(at.getTime() / DAY_MS) },
      insetLeft: 8,
      insetRight: 8,
      y: {
        type: 'log',
        label: say({ en: 'times the reference', zh: '参考实现的倍数' }),
        grid: true,
        tickFormat: String,
      },
      marks: [
        ruleY([1], { stroke: 'var(--faint)', strokeDasharray: '4 4' }),
        line(points, { x: 'at', y: 'ratio', z: 'id', stroke: 'var(--mark)', curve: 'step-after' }),
        dot(points, {
          x: 'at',
          y: 'ratio',
          fill: 'var(--mark)',
          r: 3,
          title: ({ exercise, ratio }: Best) => `${exercise}: ${ratio.toFixed(2)}`,
        }),
      ],
    },
    table: {
      head: [
        { en: 'exercise', zh: '练习' },
        { en: 'day', zh: '日期' },
        { en: 'ratio', zh: '用时比' },
      ],
      rows: points.map(({ exercise, at, ratio }) => [
        exercise,
        dateOf(at.getTime() / DAY_MS),
        ratio.toFixed(2),
      ]),
    },
  }
}

/** Over the words of mistakes, which go on after it. */
export const MISTAKE: Text = { en: 'the output equals that of', zh: '错误' }

function mistakesFigure({ mistakes }: Statistics, titleOf: (id: ExerciseId) => string, say: Say): Figure {
  if (mistakes.length === 0) return { title: FIGURE_NAMES.mistakes }
  return {
    title: FIGURE_NAMES.mistakes,
    table: {
      head: [MISTAKE, { en: 'exercise', zh: '练习' }, { en: 'times', zh: '次数' }],
      rows: mistakes.map(({ exercise, words, times }) => [
        { sentences: [say(words)] },
        titleOf(exercise),
        String(times),
      ]),
    },
  }
}

function hardestFigure({ hardest }: Statistics, locale: Locale): Figure {
  if (hardest.length === 0) return { title: FIGURE_NAMES.hardest }
  return {
    title: FIGURE_NAMES.hardest,
    table: {
      head: [
        { en: 'card', zh: '卡片' },
        { en: 'difficulty', zh: '难度' },
        { en: 'forgotten', zh: '忘记' },
        { en: 'stability, days', zh: '稳定性（天）' },
      ],
      rows: hardest.map(({ card, content, difficulty, lapses, stability }) => [
        cardCell(card, content, locale),
        difficulty.toFixed(1),
        String(lapses),
        stability.toFixed(1),
      ]),
    },
  }
}

function leechFigure({ leechCards }: Statistics, locale: Locale): Figure {
  if (leechCards.length === 0) return { title: FIGURE_NAMES.leeches }
  return {
    title: FIGURE_NAMES.leeches,
    table: {
      head: [
        { en: 'card', zh: '卡片' },
        { en: 'forgotten', zh: '忘记' },
      ],
      rows: leechCards.map(({ id, card, lapses }) => [cardCell(id, card, locale), String(lapses)]),
    },
  }
}

/** What it asks, and its id; the id alone where it is in no deck any more. */
function cardCell(id: CardId, card: Card | undefined, locale: Locale): Prose {
  return { sentences: card === undefined ? [id] : [promptText(card, locale), id] }
}
