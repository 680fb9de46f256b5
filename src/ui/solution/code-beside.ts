import { diffArrays } from 'diff'
import { displayWidth } from '../../core/display-width.ts'
import { type Line, line, run } from '../text/line.ts'
import { inTwoColumns } from '../text/side-by-side.ts'
import { visibleControls } from '../text/visible-controls.ts'
import { wrapSource } from '../text/wrap-source.ts'
import type { Tone } from '../theme/theme.ts'

/** Lines of two texts that stand beside each other; undefined where one has nothing. */
export interface BesideRow {
  readonly left: string | undefined
  readonly right: string | undefined
  readonly isSame: boolean
}

export function rowsOf(left: string, right: string): readonly BesideRow[] {
  const rows: BesideRow[] = []
  let removed: readonly string[] = []
  function pair(added: readonly string[]): void {
    for (let at = 0; at < Math.max(removed.length, added.length); at++) {
      rows.push({ left: removed[at], right: added[at], isSame: false })
    }
    removed = []
  }
  for (const part of diffArrays(linesOf(left), linesOf(right))) {
    if (part.removed) removed = part.value
    else if (part.added) pair(part.value)
    else {
      pair([])
      for (const text of part.value) rows.push({ left: text, right: text, isSame: true })
    }
  }
  pair([])
  return rows
}

const BETWEEN = 3
/** Of the lines of a column; more that are broken are hard to read. */
const SHARE_THAT_FITS = 0.8

/** In two columns where the window has room for most of their lines, else each line with the sign of whose it is. */
export function besideLines(
  rows: readonly BesideRow[],
  titles: readonly [left: string, right: string],
  width: number,
): readonly Line[] {
  const column = Math.floor((width - BETWEEN) / 2)
  if (!hasRoom(rows, column)) return underLines(rows, titles, width)
  const [left, right] = titles
  return [
    ...inTwoColumns([line(left, 'heading')], [line(right, 'heading')], column),
    ...rows.flatMap((row) => rowLines(row, column)),
  ]
}

function hasRoom(rows: readonly BesideRow[], column: number): boolean {
  const texts = rows.flatMap(({ left, right }) => [left, right].filter((text) => text !== undefined))
  return texts.filter((text) => displayWidth(text) <= column).length >= SHARE_THAT_FITS * texts.length
}

function rowLines({ left, right, isSame }: BesideRow, column: number): readonly Line[] {
  const cell = (text: string | undefined, tone: Tone) =>
    text === undefined ? [] : sourceLines(text, isSame ? 'hint' : tone, column)
  return inTwoColumns(cell(left, 'bad'), cell(right, 'good'), column)
}

function underLines(
  rows: readonly BesideRow[],
  [left, right]: readonly [string, string],
  width: number,
): readonly Line[] {
  const signed = (sign: string, text: string | undefined, tone: Tone) =>
    text === undefined
      ? []
      : sourceLines(text, tone, width - 2).map((runs, at) => [
          run(at === 0 ? `${sign} ` : '  ', tone),
          ...runs,
        ])
  return [
    line(`- ${left}`, 'bad'),
    line(`+ ${right}`, 'good'),
    ...inRuns(rows).flatMap((ofRun) =>
      ofRun[0]?.isSame
        ? ofRun.flatMap((row) => signed(' ', row.left, 'hint'))
        : [
            ...ofRun.flatMap((row) => signed('-', row.left, 'bad')),
            ...ofRun.flatMap((row) => signed('+', row.right, 'good')),
          ],
    ),
  ]
}

/** Neighbouring rows that are the same, or that are not. */
function inRuns(rows: readonly BesideRow[]): readonly (readonly BesideRow[])[] {
  const runs: BesideRow[][] = []
  for (const row of rows) {
    const last = runs.at(-1)
    if (last?.[0]?.isSame === row.isSame) last.push(row)
    else runs.push([row])
  }
  return runs
}

/** A line of a program in as many as it takes. */
export function sourceLines(text: string, tone: Tone, width: number): readonly Line[] {
  return wrapSource(visibleControls(text), width).map((part) => line(part, tone))
}

function linesOf(text: string): string[] {
  return text.trimEnd().split('\n')
}
