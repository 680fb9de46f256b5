import type { ExerciseRecord } from '../../app/collect-statistics.ts'
import { displayWidth } from '../../core/display-width.ts'
import type { Text } from '../../core/locale.ts'
import { reasonText } from '../exercise/reason-text.ts'
import type { Around } from '../frame/around.ts'
import { cellText, cropText, type Line, padText, run } from '../text/line.ts'
import { paragraph } from '../text/paragraph.ts'
import { DIFFICULTY_NAMES } from '../words/difficulty-names.ts'
import { enumerate } from '../words/punctuation.ts'
import { VERDICT_NAMES } from '../words/verdict-names.ts'

/** Two lines an exercise, or one where the window is wide; `focus` is the line of the selected one. */
export function exerciseListLines(
  records: readonly ExerciseRecord[],
  selected: number | undefined,
  around: Around,
  none: Text = NO_EXERCISES,
): { readonly lines: readonly Line[]; readonly focus: number | undefined } {
  const { width } = around
  if (records.length === 0) return { lines: paragraph(around, none), focus: undefined }
  const isWide = width >= 96
  const columns = columnsOf(records, around)
  const lines = records.flatMap((record, at) =>
    isWide
      ? [wideLine(record, at === selected, columns, around)]
      : narrowLines(record, at === selected, around),
  )
  return { lines, focus: selected === undefined ? undefined : selected * (isWide ? 1 : 2) }
}

export const NO_EXERCISES: Text = { en: 'There are no exercises.', zh: '还没有练习。' }

export const NONE_FOUND: Text = {
  en: 'No exercise is like that. Words must all stand in its title, id, topic, difficulty or record.',
  zh: '没有符合的练习。各个词须同时出现在标题、id、主题、难度或记录中。',
}

/** One above the other: what it is, and how one stands with it. */
export function narrowLines(record: ExerciseRecord, isSelected: boolean, around: Around): readonly Line[] {
  const { say, width } = around
  const { title, id, difficulty } = record.exercise
  const about = `  ${id}  ${say(DIFFICULTY_NAMES[difficulty])}`
  const named = cropText(say(title), Math.max(10, width - 2 - displayWidth(about)))
  return [
    [...titleRuns(named, isSelected), run(about, 'hint')],
    [run(`  ${say(reasonText(record))} · ${say(pastText(record))}`, 'hint')],
  ]
}

interface Columns {
  readonly title: number
  readonly reason: number
  readonly past: number
}

/** As wide as what stands in them, as far as there is room. */
function columnsOf(records: readonly ExerciseRecord[], { say, width }: Around): Columns {
  const room = width - 2 - DIFFICULTY_WIDTH
  const widest = (textOf: (record: ExerciseRecord) => Text) =>
    2 + Math.max(...records.map((record) => displayWidth(say(textOf(record)))))
  const title = Math.min(
    widest(({ exercise }) => exercise.title),
    Math.floor(room / 2),
  )
  const reason = Math.min(widest(reasonText), Math.floor((room - title) * 0.6))
  return { title, reason, past: room - title - reason }
}

function wideLine(record: ExerciseRecord, isSelected: boolean, columns: Columns, { say }: Around): Line {
  const { title, difficulty } = record.exercise
  return [
    ...titleRuns(cellText(say(title), columns.title), isSelected),
    run(padText(say(DIFFICULTY_NAMES[difficulty]), DIFFICULTY_WIDTH), 'hint'),
    run(cellText(say(reasonText(record)), columns.reason)),
    run(cropText(say(pastText(record)), columns.past), 'hint'),
  ]
}

/** All that the list shows of an exercise, in both languages, and its topic. */
export function recordText(record: ExerciseRecord): string {
  const { title, id, topic, difficulty } = record.exercise
  const shown = [title, DIFFICULTY_NAMES[difficulty], reasonText(record), pastText(record)]
  return [id, topic, ...shown.flatMap(({ en, zh }) => [en, zh])].join('\n')
}

const DIFFICULTY_WIDTH = 'medium  '.length

function titleRuns(title: string, isSelected: boolean): Line {
  return [run(isSelected ? '› ' : '  ', 'chosen'), run(title, isSelected ? 'chosen' : undefined)]
}

function pastText({ accepted, last }: ExerciseRecord): Text {
  if (last === undefined) return { en: 'never tried', zh: '未做过' }
  const lastText = lastAttempt(VERDICT_NAMES[last.verdict])
  return accepted > 0 ? enumerate([timesAccepted(accepted), lastText]) : lastText
}

function timesAccepted(times: number): Text {
  return { en: `${times}x accepted`, zh: `通过 ${times} 次` }
}

function lastAttempt(verdict: Text): Text {
  return { en: `last: ${verdict.en}`, zh: `上次：${verdict.zh}` }
}
