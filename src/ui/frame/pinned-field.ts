import { type Text, verbatim } from '../../core/locale.ts'
import { cropText, lineWidth, run } from '../text/line.ts'
import { COLON, join } from '../words/punctuation.ts'
import type { Around } from './around.ts'
import type { Page } from './page.ts'
import { shownPart, type TypedLine } from './typed-line.ts'

/** A label, and behind it what stands or, with a cursor, is being typed there. */
export function pinnedField(
  label: Text,
  value: string | TypedLine,
  { say, width }: Around,
): Pick<Page, 'pinned' | 'cursor'> {
  const named = run(say(join(label, COLON, verbatim(''))), 'heading')
  if (typeof value === 'string')
    return { pinned: [[named, run(cropText(value, width - lineWidth([named])), 'hint')]] }
  const { text, column } = shownPart(value, width - lineWidth([named]))
  return { pinned: [[named, run(text)]], cursor: { line: 0, column: lineWidth([named]) + column } }
}
