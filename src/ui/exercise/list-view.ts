import type { ExerciseRecord } from '../../app/collect-statistics.ts'
import type { Around } from '../frame/screen-plan.ts'
import { cropText, type Line, line, padText, run } from '../text/line.ts'
import { reasonText } from './reason-text.ts'

/** Two lines an exercise, or one where the window is wide; `focus` is the line of the selected one. */
export function listLines(
  records: readonly ExerciseRecord[],
  selected: number | undefined,
  around: Around,
): { readonly lines: readonly Line[]; readonly focus: number | undefined } {
  const { messages, width } = around
  if (records.length === 0) return { lines: [line(messages.exercise.none)], focus: undefined }
  const isWide = width >= 96
  const lines = records.flatMap((record, at) => recordLines(record, at === selected, isWide, around))
  return { lines, focus: selected === undefined ? undefined : selected * (isWide ? 1 : 2) }
}

function recordLines(
  record: ExerciseRecord,
  isSelected: boolean,
  isWide: boolean,
  { messages, locale, width }: Around,
): readonly Line[] {
  const title = record.exercise.title[locale]
  const reason = reasonText(record.reason, messages)
  const past = recordText(record, messages)
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

function recordText(
  { accepted, last }: ExerciseRecord,
  { exercise, verdicts, punctuation }: Around['messages'],
): string {
  if (last === undefined) return exercise.neverTried
  const parts = [
    accepted > 0 ? exercise.accepted(accepted) : undefined,
    exercise.lastAttempt(verdicts[last.verdict]),
  ]
  return parts.filter((part) => part !== undefined).join(punctuation.comma)
}
