import { displayWidth } from '../../core/display-width.ts'
import { type Line, padText, padTextStart, run, spaces } from '../text/line.ts'

export interface ColumnChart {
  /** From left to right; the label stands below where there is room. */
  readonly columns: readonly { readonly value: number; readonly label: string }[]
  /** What the left axis counts. */
  readonly unit: string
  /** A second axis at the right that counts the same in another unit. */
  readonly right?: { readonly unit: string; readonly perUnit: number } | undefined
}

const ROWS = 6
const WIDEST = 5
const EIGHTHS = ' ▁▂▃▄▅▆▇█'

/** Columns between axes, as high as the highest; undefined where none has a value. */
export function columnChartLines({ columns, unit, right }: ColumnChart, width: number): readonly Line[] {
  const top = niceTop(Math.max(...columns.map(({ value }) => value)))
  const ticks = tickTexts(top)
  const others = right ? tickTexts(top * right.perUnit) : undefined
  const margin = Math.max(...[...ticks.values()].map(displayWidth)) + 1
  const otherWidth = others ? Math.max(...[...others.values()].map(displayWidth)) + 2 : 0
  const room = width - margin - 1 - otherWidth
  const each = Math.max(1, Math.min(WIDEST, Math.floor(room / columns.length)))
  const shown = columns.slice(0, Math.max(1, Math.floor(room / each)))
  const plot = each * shown.length
  const rows = Array.from({ length: ROWS }, (_, row): Line => {
    const cells = shown.map(({ value }) => cellOf((value / top) * ROWS - (ROWS - 1 - row), each))
    return [
      run(padTextStart(ticks.get(row) ?? '', margin - 1) + (ticks.has(row) ? ' ┤' : ' │'), 'hint'),
      run(padText(cells.join(''), plot), 'code'),
      ...(others ? [run(others.has(row) ? `├ ${others.get(row)}` : '│', 'hint')] : []),
    ]
  })
  return [
    unitLine(unit, right?.unit, margin + 1 + plot + otherWidth),
    ...rows,
    [spaces(margin), run(`└${'─'.repeat(plot)}${right ? '┘' : ''}`, 'hint')],
    [spaces(margin + 1), run(labelsText(shown, each, room), 'hint')],
  ]
}

/** Of a column, in a row that it fills up to so many rows; a column wider than two leaves a gap. */
function cellOf(height: number, each: number): string {
  const level = EIGHTHS.charAt(Math.max(0, Math.min(8, Math.round(height * 8))))
  const bar = each > 1 ? each - 1 : 1
  return level.repeat(bar) + ' '.repeat(each - bar)
}

/** By the row that they stand at. */
function tickTexts(top: number): ReadonlyMap<number, string> {
  return new Map([
    [0, tickText(top)],
    [ROWS / 2, tickText(top / 2)],
  ])
}

function tickText(value: number): string {
  return String(Number(value.toPrecision(value < 100 ? 2 : 3)))
}

/** 1, 2, 5 or 10 of the value's power of ten, and an even number where halves mean nothing. */
function niceTop(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 1)))
  const step = [1, 2, 4, 6, 8, 10].find((times) => times * power >= most) ?? 10
  return Math.max(2, step * power)
}

function unitLine(left: string, right: string | undefined, width: number): Line {
  const gap = Math.max(1, width - displayWidth(left) - displayWidth(right ?? ''))
  return [run(right === undefined ? left : left + ' '.repeat(gap) + right, 'hint')]
}

function labelsText(columns: ColumnChart['columns'], each: number, room: number): string {
  let text = ''
  for (const [at, { label }] of columns.entries()) {
    const from = at * each
    const isFree = from === 0 || displayWidth(text) < from
    if (label !== '' && isFree && from + displayWidth(label) <= room) text = padText(text, from) + label
  }
  return text
}
