import { lexer, type MarkedToken, type Token, type Tokens } from 'marked'
import { BLANK, hang, type Line, line, run, type TextRun } from './line.ts'
import { hideFormulas, type Inline, inlineOf } from './markdown-inline.ts'
import { tableLines } from './markdown-table.ts'
import { proseTokens } from './prose.ts'
import { wrap, wrapCode } from './wrap.ts'

/** Markdown with mathematics between dollars, as lines of at most `width` columns. Never throws, whatever the text. */
export function markdownLines(markdown: string, width: number): readonly Line[] {
  const { text, formulas } = hideFormulas(markdown)
  return trimBlanks(blockLines(lex(text), { width, formulas, depth: 0 }))
}

interface Surroundings {
  readonly width: number
  readonly formulas: readonly Inline[]
  readonly depth: number
}

/** Nothing that people write is nested deeper. */
const DEEPEST = 8

function lex(text: string): readonly Token[] {
  try {
    return proseTokens(text) ?? lexer(text)
  } catch (error) {
    // marked recurses: a deck that nests some thousands of quotes must not end the program.
    if (error instanceof RangeError) return [{ type: 'text', raw: text, text }]
    throw error
  }
}

function blockLines(tokens: readonly Token[], around: Surroundings): readonly Line[] {
  return tokens.flatMap((token) => linesOf(token as MarkedToken, around))
}

function linesOf(token: MarkedToken, around: Surroundings): readonly Line[] {
  const { width, formulas, depth } = around
  if (depth > DEEPEST) return wrap([run(token.raw)], width)
  switch (token.type) {
    case 'space':
      return [BLANK]
    case 'code':
      return hang([run('  ')], wrapCode([run(token.text, 'code')], width - 2))
    case 'heading':
      return [...inlineLines(inlineOf(token.tokens, formulas, 'heading'), width), BLANK]
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
      return inlineLines(inlineOf(token.tokens ?? [token], formulas), width)
    default:
      return inlineLines(inlineOf([token], formulas), width)
  }
}

function quoteLines(token: Tokens.Blockquote, around: Surroundings): readonly Line[] {
  const inner = { ...around, width: narrower(around.width, 2), depth: around.depth + 1 }
  return trimBlanks(blockLines(token.tokens, inner)).map((runs) => [run('│ ', 'hint'), ...runs])
}

function listLines(list: Tokens.List, around: Surroundings): readonly Line[] {
  const first = typeof list.start === 'number' ? list.start : 1
  const lines = list.items.flatMap((item, at) => {
    const marker = list.ordered ? `${first + at}. ` : '• '
    const inner = { ...around, width: narrower(around.width, marker.length), depth: around.depth + 1 }
    const own = hang([run(marker, 'hint')], nonEmpty(trimBlanks(blockLines(item.tokens, inner))))
    return list.loose && at > 0 ? [BLANK, ...own] : own
  })
  return lines
}

/** Displayed formulas get lines of their own; the text around them is wrapped. */
function inlineLines(parts: readonly Inline[], width: number): readonly Line[] {
  const lines: Line[] = []
  let pending: TextRun[] = []
  function flush(): void {
    if (pending.some(({ text }) => text.trim() !== '')) lines.push(...wrap(pending, width))
    pending = []
  }
  for (const part of parts) {
    if (part.kind === 'run') {
      pending.push(part.run)
    } else {
      flush()
      lines.push(
        ...hang(
          [run('  ')],
          part.lines.flatMap((text) => wrapCode([run(text)], width - 2)),
        ),
      )
    }
  }
  flush()
  return lines
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
