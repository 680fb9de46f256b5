import type { ExerciseRecord } from '../../app/collect-statistics.ts'
import type { Text } from '../../core/locale.ts'
import { reasonText } from '../exercise/reason-text.ts'
import type { Around } from '../frame/around.ts'
import { cropText, type Line, line, padText, run } from '../text/line.ts'
import { enumerate } from '../words/punctuation.ts'
import { VERDICT_NAMES } from '../words/verdict-names.ts'

/** Two lines an exercise, or one where the window is wide; `focus` is the line of the selected one. */
export function exerciseListLines(
  records: readonly ExerciseRecord[],
  selected: number | undefined,
  around: Around,
): { readonly lines: readonly Line[]; readonly focus: number | undefined } {
  const { say, width } = around
  if (records.length === 0) {
    return { lines: [line(say({ en: 'There are no exercises.', zh: '还没有练习。' }))], focus: undefined }
  }
  const isWide = width >= 96
  const lines = records.flatMap((record, at) => recordLines(record, at === selected, isWide, around))
  return { lines, focus: selected === undefined ? undefined : selected * (isWide ? 1 : 2) }
}

function recordLines(
  record: ExerciseRecord,
  isSelected: boolean,
  isWide: boolean,
  { say, width }: Around,
): readonly Line[] {
  const title = say(record.exercise.title)
  const reason = say(reasonText(record))
  const past = say(pastText(record))
  const sign = run(isSelected ? '› ' : '  ', 'chosen')
  const tone = isSelected ? 'chosen' : undefined
  if (!isWide)
    return [
      [sign, run(title, tone), run(`  ${record.exercise.id}`, 'hint')],
      [run(`  ${reason} · ${past}`, 'hint')],
    ]
  const third = Math.floor((width - 2) / 3)
  const cell = (text: string) => padText(cropText(text, third - 1), third)
  return [[sign, run(cell(title), tone), run(cell(reason)), run(cropText(past, third), 'hint')]]
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
