import { displayWidth } from '../../../../core/display-width.ts'

/** Why and where a text is no code. Lines and columns begin at 1; a column counts UTF-16 units, as JavaScript does. */
export interface SyntaxFault {
  readonly line: number
  readonly column: number
  readonly message: string
}

/** As Node shows it, with the column. */
export function tellFault(fault: SyntaxFault, fileName: string, text: string): string {
  const { line, column, message } = withinText(fault, text)
  const { shown, mark } = around(lineOf(text, line), column)
  return `${fileName}:${line}:${column}\n${shown}\n${mark}\n\nSyntaxError: ${message}`
}

/** Behind the end there is nothing to show: what is missing there is missing at the last line's end. */
function withinText(fault: SyntaxFault, text: string): SyntaxFault {
  const lines = text.split(LINE_END)
  const last = lines.findLastIndex((line) => line.trim() !== '')
  if (last < 0 || fault.line <= last + 1) return fault
  return { ...fault, line: last + 1, column: lineOf(text, last + 1).length + 1 }
}

/** A mark of the byte order is no column. */
export function lineOf(text: string, line: number): string {
  return text.replace(/^\uFEFF/, '').split(LINE_END)[line - 1] ?? ''
}

const LINE_END = /\r\n|[\n\r\u2028\u2029]/

/**
 * A long line is cut about the place. The mark stands below it where tabs have their width, and wide letters
 * theirs.
 */
function around(line: string, column: number): { readonly shown: string; readonly mark: string } {
  const from = Math.max(0, Math.min(column - 1 - BEFORE, line.length - MOST))
  const before = line.slice(from, column - 1)
  const shown = line.slice(from, from + MOST)
  return { shown, mark: `${blankAs(before)}^` }
}

const MOST = 120
const BEFORE = 80

function blankAs(text: string): string {
  return text
    .split('\t')
    .map((part) => ' '.repeat(displayWidth(part)))
    .join('\t')
}
