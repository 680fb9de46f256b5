import { type Span, splitSpans } from '../spans.ts'
import { keepLines } from './keep-lines.ts'

/**
 * Formulas stand in the text as one character each, from here on, while the Markdown is read: `_` and `*` in
 * them mean nothing.
 */
const FIRST_MARK = 0xe000
const LAST_MARK = 0xf8ff
export const MARKS = /[\ue000-\uf8ff]/g

/** By their marks. */
export type MarkedFormulas = ReadonlyMap<string, MarkedFormula>

export type MarkedFormula = Span & { readonly kind: 'math' | 'display' }

/** A text without comments in which each formula is a mark, and lines that are meant as such are kept. */
export interface FormulaText {
  readonly text: string
  readonly formulas: MarkedFormulas
}

export function markFormulas(markdown: string): FormulaText {
  const formulas = new Map<string, MarkedFormula>()
  // Icons of patched fonts stand for themselves.
  const taken = new Set(markdown.match(MARKS))
  let code = FIRST_MARK
  const parts = splitSpans(markdown).map((span) => {
    const { kind, source } = span
    if (kind === 'comment') return ''
    if (kind === 'text') return source.replace(/<br ?\/?> *\n?/gi, '<br>')
    while (taken.has(String.fromCharCode(code))) code++
    if (kind === 'code' || code > LAST_MARK) return source
    const mark = String.fromCharCode(code++)
    formulas.set(mark, { ...span, kind })
    return mark
  })
  return { text: keepLines(parts.join('')), formulas }
}
