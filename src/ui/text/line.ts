import { hasHidden, spellHidden } from '../../core/clean-text.ts'
import { displayWidth, splitGraphemes } from '../../core/display-width.ts'
import { sum } from '../../core/sum.ts'
import type { Pixels } from '../theme/pixels.ts'
import type { Tone } from '../theme/theme.ts'

/** A stretch of one line in one tone. Its text has no line break and nothing that a terminal would obey. */
export interface TextRun {
  readonly text: string
  readonly tone?: Tone | undefined
  /** Takes the place of the text where the terminal has colours: a column for each of its characters. */
  readonly pixels?: Pixels | undefined
}

/** What screens and plain output are made of, before anyone knows which of the two it will be. */
export type Line = readonly TextRun[]

export const BLANK: Line = []

export function run(text: string, tone?: Tone): TextRun {
  return { text, tone }
}

export function line(text: string, tone?: Tone): Line {
  return [{ text, tone }]
}

export function lineWidth(runs: Line): number {
  return sum(runs.map(({ text }) => displayWidth(text)))
}

export function spaces(count: number): TextRun {
  return { text: ' '.repeat(Math.max(0, count)) }
}

/**
 * Whatever came in beside `wrap`: no control character and none that turns the direction of writing reaches
 * the terminal.
 */
export function printable(runs: Line): Line {
  return runs.map((part) =>
    hasHidden(part.text) ? { ...part, text: spellHidden(part.text, () => '') } : part,
  )
}

/** Puts a prefix before the first line, and as much space before the others. */
export function hang(prefix: Line, lines: readonly Line[]): readonly Line[] {
  const indent = spaces(lineWidth(prefix))
  return lines.map((runs, at) =>
    at === 0 ? [...prefix, ...runs] : runs.length === 0 ? runs : [indent, ...runs],
  )
}

export function indent(lines: readonly Line[], columns: number): readonly Line[] {
  return lines.map((runs) => (runs.length === 0 ? runs : [spaces(columns), ...runs]))
}

/** Parts with a blank line between them; an empty one is none. */
export function apart(parts: readonly (readonly Line[])[]): readonly Line[] {
  return parts
    .filter((lines) => lines.length > 0)
    .flatMap((lines, at) => (at === 0 ? lines : [BLANK, ...lines]))
}

/** A cell of a table: a column is left free behind a text that was cut. */
export function cellText(text: string, width: number): string {
  return padText(cropText(text, width - 1), width)
}

/** The right part ends at the width; where both do not fit, the left one gives way. */
export function spread(left: Line, right: Line, width: number): Line {
  const room = width - lineWidth(right) - 1
  const shown = cropLine(left, Math.max(0, room))
  return cropLine([...shown, spaces(width - lineWidth(shown) - lineWidth(right)), ...right], width)
}

/** Cuts a line that is too wide and ends it with an ellipsis. */
export function cropLine(runs: Line, width: number): Line {
  if (lineWidth(runs) <= width) return runs
  const cut: TextRun[] = []
  let room = width - 1
  for (const part of runs) {
    const kept = headOfWidth(part.text, room)
    cut.push({ ...part, text: kept })
    room -= displayWidth(kept)
    if (kept !== part.text) break
  }
  return width < 1 ? [] : [...cut, { text: '…', tone: cut.at(-1)?.tone }]
}

export function cropText(text: string, width: number): string {
  return cropLine(line(text), width)
    .map((part) => part.text)
    .join('')
}

/** Fills up with space to a width. */
export function padText(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

export function padTextStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text
}

/** The longest beginning that fits. */
function headOfWidth(text: string, width: number): string {
  let used = 0
  let head = ''
  for (const cluster of splitGraphemes(text)) {
    used += displayWidth(cluster)
    if (used > width) break
    head += cluster
  }
  return head
}
