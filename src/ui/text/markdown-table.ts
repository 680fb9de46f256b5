import type { Token, Tokens } from 'marked'
import { sum } from '../../core/sum.ts'
import { type Line, line, lineWidth, run, type TextRun } from './line.ts'
import { type HiddenFormulas, type Inline, inlineOf, inWords } from './markdown-inline.ts'
import { inColumns } from './side-by-side.ts'
import { wrap } from './wrap.ts'

const GAP = 2
const NARROWEST = 4

/** Columns as wide as their texts want; where that is too much, the widest give way and their cells wrap. */
export function tableLines(table: Tokens.Table, formulas: HiddenFormulas, width: number): readonly Line[] {
  const head = table.header.map((cell) => runsOf(inlineOf(cell.tokens, formulas, 'heading')))
  const surplus = surplusOf(table)
  const rows = table.rows.map((row, at) =>
    row.map((cell, column) => {
      const isLast = column === row.length - 1
      const tokens = isLast ? [...cell.tokens, ...(surplus[at] ?? [])] : cell.tokens
      return runsOf(inlineOf(tokens, formulas))
    }),
  )
  const wanted = head.map((_, at) => Math.max(1, ...[head, ...rows].map((row) => lineWidth(row[at] ?? []))))
  const widths = shrink(wanted, width - GAP * (head.length - 1))
  const rule = line(widths.map((columns) => '─'.repeat(columns)).join(' '.repeat(GAP)), 'hint')
  return [...rowLines(head, widths), rule, ...rows.flatMap((row) => rowLines(row, widths))]
}

/** Cells behind the last column: marked leaves them out. */
function surplusOf({ raw, header }: Tokens.Table): readonly (readonly Token[])[] {
  return raw
    .split('\n')
    .slice(2)
    .map((row) => {
      const bars = [...row.matchAll(/(?<!\\)\|/g)].map(({ index }) => index)
      const first = header.length - (row.trimStart().startsWith('|') ? 0 : 1)
      const text = row
        .slice(bars[first] ?? row.length)
        .replace(/\|\s*$/, '')
        .trimEnd()
      return text === '' ? [] : [{ type: 'text', raw: ` ${text}` }]
    })
}

function runsOf(parts: readonly Inline[]): readonly TextRun[] {
  return inWords(parts).map((part) => (part.kind === 'run' ? part.run : run(part.lines.join(' '))))
}

function shrink(wanted: readonly number[], room: number): readonly number[] {
  const widths = [...wanted]
  let excess = sum(widths) - room
  while (excess > 0) {
    const widest = widths.indexOf(Math.max(...widths))
    const columns = widths[widest] ?? 0
    if (columns <= NARROWEST) break
    widths[widest] = columns - 1
    excess--
  }
  return widths
}

function rowLines(cells: readonly (readonly TextRun[])[], widths: readonly number[]): readonly Line[] {
  const columns = widths.map((width, at) => ({ lines: wrap(cells[at] ?? [], width), width }))
  return inColumns(columns, GAP)
}
