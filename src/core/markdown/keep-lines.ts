import { fenceAfter } from '../fence.ts'

/**
 * A text with the line breaks, and the room before lines, that Markdown would run together though whoever wrote
 * them meant them: options with letters and other enumerations (`A. …`, `1、…`, `①…`), programs that are not
 * fenced, and a list that stands four columns in below a line of text.
 */
export function keepLines(text: string): string {
  if (!WORTH_A_LOOK.test(text)) return text
  const kept: string[] = []
  let paragraph: string[] = []
  let fence: string | undefined
  const finish = () => {
    kept.push(...keptParagraph(paragraph))
    paragraph = []
  }
  for (const line of text.split('\n')) {
    const isCode = fence !== undefined
    fence = fenceAfter(line, fence)
    if (!isCode && fence === undefined && line.trim() !== '') paragraph.push(line)
    else {
      finish()
      kept.push(line)
    }
  }
  finish()
  return kept.join('\n')
}

function keptParagraph(lines: readonly string[]): readonly string[] {
  if (lines.length < 2 || lines.some((line) => OWN_FORM.test(line))) return lines
  const list = lines.findIndex((line, at) => at > 0 && INDENTED_ITEM.test(line))
  if (list > 0) return [...keptParagraph(lines.slice(0, list)), ...dedented(lines.slice(list))]
  if (isProgram(lines)) return withBreaks(lines, () => true).map(withRoom)
  return ENUMERATIONS.some(([first, second]) => enumerates(lines, first, second))
    ? withBreaks(lines, (line) => ITEM.test(line))
    : lines
}

/** What Markdown itself shows in lines: lists, quotes, headings, tables, code that stands four columns in. */
const OWN_FORM =
  /^ {0,3}(?:[-*+>](?: |$)|\d{1,9}[.)](?: |$)|#{1,6} )|^[ \t]*\||\|[ \t]*:?-|(?<!-)-+:?[ \t]*\|/
const INDENTED_ITEM = /^(?: {4}|[ ]{0,3}\t)[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]/

const ENUMERATIONS: readonly (readonly [RegExp, RegExp])[] = [
  [/^\s*A[.．、)）]/, /^\s*B[.．、)）]/],
  [/^\s*a[.．、)）]/, /^\s*b[.．、)）]/],
  [/^\s*[1１][、．]/, /^\s*[2２][、．]/],
  [/^\s*一、/, /^\s*二、/],
  [/^\s*①/, /^\s*②/],
  [/^\s*[(（](?:[1１aA一]|i)[)）]/, /^\s*[(（](?:[2２bB二]|ii)[)）]/],
]
const ITEM =
  /^[^\S\n]*(?:[A-Ha-h][.．、)）]|[\d１-９]{1,2}[、．]|[一二三四五六七八九十]{1,3}、|[①-⑳]|[(（](?:[\d１-９]{1,2}|[A-Ha-h]|[ivx]{1,4}|[一二三四五六七八九十]{1,3})[)）])/

const WORTH_A_LOOK = new RegExp(String.raw`\n(?:\t| {2}|${ITEM.source.slice(1)})`)

function enumerates(lines: readonly string[], first: RegExp, second: RegExp): boolean {
  const begun = lines.findIndex((line) => first.test(line))
  return begun >= 0 && lines.slice(begun + 1).some((line) => second.test(line))
}

/** Where lines stand further in than the one above: behind what opens a block, or to come out again. */
function isProgram(lines: readonly string[]): boolean {
  const depths = lines.map(depthOf)
  return lines.some((_, at) => {
    const [above = 0, depth = 0] = [depths[at - 1], depths[at]]
    if (at === 0 || depth < above + 2) return false
    return /[:{([]\s*$/.test(lines[at - 1] ?? '') || depths.slice(at).some((behind) => behind <= depth - 2)
  })
}

function depthOf(line: string): number {
  return (/^[ \t]*/.exec(line)?.[0] ?? '').replaceAll('\t', '    ').length
}

function dedented(lines: readonly string[]): readonly string[] {
  const room = /^[ \t]*/.exec(lines[0] ?? '')?.[0] ?? ''
  return lines.map((line) => (line.startsWith(room) ? line.slice(room.length) : line))
}

/** Spaces at the start of a line are none in Markdown. */
function withRoom(line: string): string {
  return '\u00a0'.repeat(depthOf(line)) + line.trimStart()
}

function withBreaks(lines: readonly string[], isBroken: (line: string) => boolean): readonly string[] {
  return lines.map((line, at) => {
    const next = lines[at + 1]
    return next !== undefined && isBroken(next) ? `${line.trimEnd()}  ` : line
  })
}
