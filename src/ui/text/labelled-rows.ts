import { displayWidth } from '../../core/display-width.ts'
import type { Tone } from '../theme/theme.ts'
import { hang, type Line, run, spaces } from './line.ts'
import { wrap } from './wrap.ts'

/** The lines of each row beside its label; all labels stand in one column, which is as wide as the widest. */
export function labelledRows(
  rows: readonly (readonly [label: string, lines: readonly Line[]])[],
  width: number,
  tone?: Tone,
): readonly (readonly Line[])[] {
  const column = Math.max(...rows.map(([label]) => displayWidth(label))) + 2
  return rows.map(([label, lines]) =>
    hang(
      [run(label, tone), spaces(column - displayWidth(label))],
      lines.flatMap((one) => wrap(one, width - column)),
    ),
  )
}
