import { cropLine, type Line, line } from '../text/line.ts'

/**
 * How many lines from `at` on quote code, with the marks below it, as compilers and interpreters do; 0 where
 * none does.
 */
export function quotedFrom(texts: readonly string[], at: number): number {
  const rest = texts.slice(at)
  const [first = '', second = ''] = rest
  if (isMarks(second) && /^\s/.test(first) && !isBarred(first)) return 2
  const end = rest.findIndex((text) => !isBarred(text))
  return end < 0 ? rest.length : end
}

/**
 * Never broken, for the marks would point at nothing: cut where the window ends, or on both sides around the
 * first mark.
 */
export function quotedLines(texts: readonly string[], width: number): readonly Line[] {
  const mark = texts.find(isMarks)?.indexOf('^') ?? 0
  const cut = mark < width - MARGIN ? 0 : mark - Math.floor(width / 2)
  return texts.map((text) => cropLine(line(cut === 0 ? text : withoutStart(text, cut)), width))
}

/** Behind the first mark. */
const MARGIN = 8

/** `   12 | auto found = 0;`: a line number or none, and a bar. */
const GUTTER = /^\s*(?:\d+\s*)?\|/

function isBarred(text: string): boolean {
  return GUTTER.test(text)
}

function isMarks(text: string): boolean {
  return text.includes('^') && /^[\s~^|]+$/.test(text)
}

/** What is left stays below itself from line to line. */
function withoutStart(text: string, cut: number): string {
  const gutter = GUTTER.exec(text)?.[0] ?? ''
  const rest = text.slice(gutter.length + cut + 2)
  return `${gutter} ${isMarks(text) || rest === '' ? ' ' : '…'}${rest}`
}
