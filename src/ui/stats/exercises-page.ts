import type { MetMistake, Statistics } from '../../app/collect-statistics.ts'
import type { Exercise } from '../../core/exercise.ts'
import { count, type Text, verbatim } from '../../core/locale.ts'
import type { ExerciseHistory } from '../../core/statistics/exercise-history.ts'
import { FIGURE_NAMES } from '../../core/statistics/figure-names.ts'
import type { Around } from '../frame/around.ts'
import { BLANK, cellText, cropText, hang, type Line, line, padTextStart, run, spaces } from '../text/line.ts'
import { markdownLines } from '../text/markdown.ts'
import { paragraph } from '../text/paragraph.ts'
import { nothingYet, section } from './section.ts'

/** How the exercises went. */
export function exercisesPage(statistics: Statistics, around: Around): readonly Line[] {
  const { exercises, histories, mistakes } = statistics
  const byId = new Map(exercises.map(({ exercise }) => [exercise.id, exercise]))
  const titleOf = (id: Exercise['id']) => {
    const exercise = byId.get(id)
    return exercise ? around.say(exercise.title) : id
  }
  return [
    ...paragraph(around, recordText(histories, exercises.length)),
    BLANK,
    ...section(FIGURE_NAMES.mistakes, around, (width) =>
      mistakes.length === 0 ? nothingYet(around) : mistakeLines(mistakes, titleOf, around, width),
    )(around.width),
    BLANK,
    ...section(FIGURE_NAMES.exercises, around, (width) =>
      histories.length === 0 ? nothingYet(around) : historyLines(histories, titleOf, around, width),
    )(Math.min(WIDEST, around.width)),
  ]
}

/** A longer row is hard to follow. */
const WIDEST = 100

function recordText(histories: readonly ExerciseHistory[], exercises: number): Text {
  const accepted = histories.filter((one) => one.accepted > 0)
  const atOnce = accepted.filter(({ untilAccepted }) => untilAccepted === 1).length
  const gold = accepted.filter((one) => one.gold > 0).length
  return {
    en: `${accepted.length} of ${count(exercises, 'exercise')} accepted, ${atOnce} of them at the first submission, ${gold} with gold.`,
    zh: `共 ${exercises} 道练习，已通过 ${accepted.length} 道，其中 ${atOnce} 道首次提交即通过，${gold} 道获金牌。`,
  }
}

const NUMBER_WIDTH = 9
const RATIO_WIDTH = 14

function historyLines(
  histories: readonly ExerciseHistory[],
  titleOf: (id: Exercise['id']) => string,
  { say }: Around,
  width: number,
): readonly Line[] {
  const nameWidth = Math.max(10, width - 3 * NUMBER_WIDTH - RATIO_WIDTH)
  const row = (name: string, [tries = '', accepted = '', gold = '', ratio = '']: readonly string[]) =>
    cellText(name, nameWidth) +
    [tries, accepted, gold].map((text) => padTextStart(text, NUMBER_WIDTH)).join('') +
    padTextStart(ratio, RATIO_WIDTH)
  const head = row(
    say({ en: 'exercise', zh: '练习' }),
    COLUMNS.map((column) => say(column)),
  )
  return [
    line(head, 'hint'),
    ...histories
      .toSorted(byTries)
      .map((history) =>
        line(
          row(titleOf(history.exercise), [
            history.untilAccepted === undefined
              ? say(stillOpen(history.submissions))
              : `${history.untilAccepted}`,
            `${history.accepted}`,
            history.gold > 0 ? `★ ${history.gold}` : '',
            ratioText(history),
          ]),
        ),
      ),
  ]
}

const COLUMNS: readonly Text[] = [
  { en: 'tries', zh: '首过次数' },
  { en: 'accepted', zh: '通过' },
  { en: 'gold', zh: '金牌' },
  { en: 'best ratio', zh: '最好用时比' },
]

/** So many submissions, and none accepted. */
function stillOpen(submissions: number): Text {
  return verbatim(submissions === 0 ? '—' : `>${submissions}`)
}

/** `3.1 → 1.2`: the first that was accepted, and the best. */
function ratioText({ best }: ExerciseHistory): string {
  const [first, last] = [best[0], best.at(-1)]
  if (first === undefined || last === undefined) return ''
  return first === last
    ? `${first.ratio.toFixed(2)}x`
    : `${first.ratio.toFixed(2)} → ${last.ratio.toFixed(2)}x`
}

/** What took most submissions first. */
function byTries(one: ExerciseHistory, other: ExerciseHistory): number {
  return triesOf(other) - triesOf(one) || other.submissions - one.submissions
}

function triesOf({ untilAccepted, submissions }: ExerciseHistory): number {
  return untilAccepted ?? submissions + 1
}

function mistakeLines(
  mistakes: readonly MetMistake[],
  titleOf: (id: Exercise['id']) => string,
  { say }: Around,
  width: number,
): readonly Line[] {
  return mistakes.flatMap(({ exercise, words, times }) => [
    ...hang([run(padTextStart(`${times} `, TIMES_WIDTH))], markdownLines(say(words), width - TIMES_WIDTH)),
    [run(cropText(spaces(TIMES_WIDTH).text + titleOf(exercise), width), 'hint')],
  ])
}

const TIMES_WIDTH = 5
