import type { MarkedToken, Token } from 'marked'
import { layoutMath, renderMath } from '../../core/mathematics.ts'
import { splitSpans } from '../../core/spans.ts'
import type { Tone } from '../theme/theme.ts'
import { displayWidth } from './display-width.ts'
import { run, type TextRun } from './line.ts'

/** A stretch of a paragraph, or a formula that wants lines of its own. */
export type Inline =
  | { readonly kind: 'run'; readonly run: TextRun }
  | { readonly kind: 'display'; readonly lines: readonly string[] }

/** Formulas stand in the text as one character each, from here on, while the Markdown is read: `_` and `*` in them mean nothing. */
const FIRST_MARK = 0xe000
const LAST_MARK = 0xf8ff
const MARKS = /[\ue000-\uf8ff]/g

export interface MarkedText {
  readonly text: string
  readonly formulas: readonly Inline[]
}

export function hideFormulas(markdown: string): MarkedText {
  const formulas: Inline[] = []
  const spans = splitSpans(markdown.replace(MARKS, '\ufffd'))
  const parts = spans.map(({ kind, source, content }) => {
    if (kind === 'text' || kind === 'code' || FIRST_MARK + formulas.length > LAST_MARK) return source
    formulas.push(
      kind === 'math'
        ? { kind: 'run', run: run(renderMath(content)) }
        : { kind: 'display', lines: layoutMath(content) },
    )
    return String.fromCharCode(FIRST_MARK + formulas.length - 1)
  })
  return { text: parts.join(''), formulas }
}

export function inlineOf(
  tokens: readonly Token[],
  formulas: readonly Inline[],
  tone?: Tone,
): readonly Inline[] {
  return tokens.flatMap((token) => partsOf(token as MarkedToken, formulas, tone))
}

function partsOf(token: MarkedToken, formulas: readonly Inline[], tone: Tone | undefined): readonly Inline[] {
  switch (token.type) {
    case 'strong':
      return inlineOf(token.tokens, formulas, 'strong')
    case 'em':
      return inlineOf(token.tokens, formulas, tone ?? 'emphasis')
    case 'codespan':
      return withFormulas(token.text, formulas, 'code')
    case 'br':
      return withFormulas('\n', formulas, tone)
    case 'link': {
      const target = token.text === token.href ? '' : ` (${token.href})`
      return [...inlineOf(token.tokens, formulas, tone), ...withFormulas(target, formulas, 'hint')]
    }
    case 'image':
      return withFormulas(`[${token.text || token.href}]`, formulas, 'hint')
    case 'text':
      return token.tokens
        ? inlineOf(token.tokens, formulas, tone)
        : withFormulas(unfold(token.text), formulas, tone)
    case 'escape':
      return withFormulas(token.text, formulas, tone)
    case 'del':
      return inlineOf(token.tokens, formulas, tone)
    default:
      return withFormulas(token.raw, formulas, tone)
  }
}

function withFormulas(text: string, formulas: readonly Inline[], tone: Tone | undefined): readonly Inline[] {
  const parts: Inline[] = []
  let from = 0
  for (const match of text.matchAll(MARKS)) {
    const formula = formulas[match[0].charCodeAt(0) - FIRST_MARK]
    if (match.index > from) parts.push({ kind: 'run', run: run(text.slice(from, match.index), tone) })
    if (formula) parts.push(formula.kind === 'run' ? { kind: 'run', run: { ...formula.run, tone } } : formula)
    from = match.index + 1
  }
  if (from < text.length) parts.push({ kind: 'run', run: run(text.slice(from), tone) })
  return parts
}

/** A line break in a paragraph is a space, and nothing between two ideographs. */
function unfold(text: string): string {
  return text.replace(/[ ]*\n[ ]*/g, (_, at: number, whole: string) => {
    const before = whole.slice(0, at).trimEnd().at(-1) ?? ''
    const after = whole.slice(at).trimStart().at(0) ?? ''
    return displayWidth(before) > 1 && displayWidth(after) > 1 ? '' : ' '
  })
}
