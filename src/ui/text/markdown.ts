import type { MarkedToken, Token, Tokens } from 'marked'
import { isTitle, readMarkdown } from '../../core/markdown/read-markdown.ts'
import { BLANK, hang, type Line, line, run, type TextRun } from './line.ts'
import { type HiddenFormulas, hideFormulas, type Inline, inlineOf, withSources } from './markdown-inline.ts'
import { tableLines } from './markdown-table.ts'
import { wrap, wrapCode } from './wrap.ts'

/**
 * Markdown with mathematics between dollars, as lines of at most `width` columns. Never throws, whatever the text; one
 * longer than any card is shown as it is written.
 * @param imageLines what shows the image of an address, of which otherwise the name is shown
 */
export function markdownLines(
  markdown: string,
  width: number,
  imageLines: ImageLines = () => undefined,
): readonly Line[] {
  if (markdown.length > LONGEST) return trimBlanks(wrap([run(markdown)], width))
  const { text, formulas } = hideFormulas(markdown)
  return trimBlanks(blockLines(readMarkdown(text), { width, formulas, imageLines, depth: 0 }))
}

/** Four times our longest text. To read one may take the square of its length, at each key that is pressed. */
const LONGEST = 12_000

export type ImageLines = (href: string, width: number) => readonly Line[] | undefined

interface Surroundings {
  readonly width: number
  readonly formulas: HiddenFormulas
  readonly imageLines: ImageLines
  readonly depth: number
}

/** Nothing that people write is nested deeper. */
const DEEPEST = 8

function blockLines(tokens: readonly Token[], around: Surroundings): readonly Line[] {
  return tokens.flatMap((token) => linesOf(token as MarkedToken, around))
}

function linesOf(token: MarkedToken, around: Surroundings): readonly Line[] {
  const { width, formulas, depth } = around
  if (depth > DEEPEST) return wrap([run(withSources(token.raw, formulas))], width)
  switch (token.type) {
    case 'space':
      return [BLANK]
    case 'code':
      return hang([run('  ')], wrapCode([run(withSources(codeOf(token), formulas), 'code')], width - 2))
    case 'heading':
      return headingLines(token, around)
    case 'hr':
      return [line('─'.repeat(Math.min(width, 40)), 'hint')]
    case 'blockquote':
      return quoteLines(token, around)
    case 'list':
      return listLines(token, around)
    case 'table':
      return tableLines(token, formulas, width)
    case 'paragraph':
    case 'text':
      return inlineLines(inlineOf(token.tokens ?? [token], formulas), around)
    default:
      return inlineLines(inlineOf([token], formulas), around)
  }
}

/** One word behind the marks names the language; several are the code, where nothing else is. */
function codeOf({ text, lang }: Tokens.Code): string {
  return text.trim() === '' && lang?.includes(' ') ? lang : text
}

function headingLines(token: Tokens.Heading, around: Surroundings): readonly Line[] {
  const { tokens, depth } = token
  const { formulas } = around
  if (isTitle(token)) return [...inlineLines(inlineOf(tokens, formulas, 'heading'), around), BLANK]
  const marks = `${'#'.repeat(depth)} `
  return inlineLines(inlineOf([{ type: 'text', raw: marks, text: marks }, ...tokens], formulas), around)
}

function quoteLines(token: Tokens.Blockquote, around: Surroundings): readonly Line[] {
  const inner = { ...around, width: narrower(around.width, 2), depth: around.depth + 1 }
  return trimBlanks(blockLines(token.tokens, inner)).map((runs) => [run('│ ', 'hint'), ...runs])
}

function listLines(list: Tokens.List, around: Surroundings): readonly Line[] {
  const markers = list.ordered ? numbersOf(list) : list.items.map(() => '• ')
  const lines = list.items.flatMap((item, at) => {
    const [first, ...rest] = item.tokens
    const isTask = first?.type === 'checkbox'
    const marker = `${markers[at]}${isTask ? first.raw : ''}`
    const inner = { ...around, width: narrower(around.width, marker.length), depth: around.depth + 1 }
    const own = hang(
      [run(marker, 'hint')],
      nonEmpty(trimBlanks(blockLines(isTask ? rest : item.tokens, inner))),
    )
    return list.loose && at > 0 ? [BLANK, ...own] : own
  })
  return lines
}

/** As they are written; only where all are the same they are counted. */
function numbersOf({ start, items }: Tokens.List): readonly string[] {
  const written = items.map(({ raw }) => /^\s*(\d+[.)])/.exec(raw)?.[1] ?? '')
  const isCounted = items.length > 1 && new Set(written).size === 1
  return written.map((number, at) => (isCounted ? `${Number(start) + at}${number.at(-1)} ` : `${number} `))
}

/** Displayed formulas and images get lines of their own; the text around them is wrapped. */
function inlineLines(parts: readonly Inline[], { width, imageLines }: Surroundings): readonly Line[] {
  const lines: Line[] = []
  let pending: TextRun[] = []
  function flush(): void {
    if (pending.some(({ text }) => text.trim() !== '')) lines.push(...wrap(pending, width))
    pending = []
  }
  function put(own: readonly Line[]): void {
    flush()
    lines.push(...own)
  }
  function take(part: Inline): void {
    if (part.kind === 'run')
      pending.push(pending.length === 0 && lines.length > 0 ? trimmed(part.run) : part.run)
    else if (part.kind === 'display') {
      const formula = part.lines.flatMap((text) => wrapCode([run(text)], width - 2))
      put(hang([run('  ')], formula))
    } else {
      const image = imageLines(part.href, width)
      if (image === undefined) for (const word of part.named) take(word)
      else put(image)
    }
  }
  for (const part of parts) take(part)
  flush()
  return lines
}

/** What goes on behind lines of their own begins a line. */
function trimmed(own: TextRun): TextRun {
  return { ...own, text: own.text.trimStart() }
}

function trimBlanks(lines: readonly Line[]): readonly Line[] {
  const from = lines.findIndex((runs) => runs.length > 0)
  return from < 0 ? [] : lines.slice(from, lines.findLastIndex((runs) => runs.length > 0) + 1)
}

function nonEmpty(lines: readonly Line[]): readonly Line[] {
  return lines.length === 0 ? [BLANK] : lines
}

function narrower(width: number, by: number): number {
  return Math.max(10, width - by)
}
