import type { Text } from '../../core/locale.ts'
import type { Around } from '../frame/around.ts'
import { indent, type Line, line, run } from '../text/line.ts'
import { wrapCode } from '../text/wrap.ts'

const TAIL_LINES = 10

/** The end of what was printed: that is where it says what went wrong. */
export function printedLines(label: Text, text: string, { say, width }: Around): readonly Line[] {
  if (text.trim() === '') return []
  const lines = wrapCode([run(text.trimEnd())], width - 2)
  const tail = lines.slice(-TAIL_LINES)
  return [
    line(say(label), 'heading'),
    ...(tail.length < lines.length ? [line('  …', 'hint')] : []),
    ...indent(tail, 2),
  ]
}
