import type { MarkedToken, Token, Tokens } from 'marked'
import { MARKS, type MarkedFormula, markFormulas } from '../../core/markdown/mark-formulas.ts'
import { unfoldLines } from '../../core/markdown/unfold-lines.ts'
import { layoutMath, renderMath } from '../../core/mathematics.ts'
import type { Tone } from '../theme/theme.ts'
import { decodeEntities } from './decode-entities.ts'
import { run, type TextRun } from './line.ts'

/** A stretch of a paragraph, a formula that wants lines of its own, or an image: its address, and its name in words. */
export type Inline =
  | { readonly kind: 'run'; readonly run: TextRun }
  | { readonly kind: 'display'; readonly lines: readonly string[] }
  | { readonly kind: 'image'; readonly href: string; readonly named: readonly Worded[] }

/** What can stand where no image is shown. */
export type Worded = Exclude<Inline, { readonly kind: 'image' }>

export interface HiddenFormula {
  readonly shown: Worded
  readonly source: string
}

/** By their marks. */
export type HiddenFormulas = ReadonlyMap<string, HiddenFormula>

export interface MarkedText {
  readonly text: string
  readonly formulas: HiddenFormulas
}

export function hideFormulas(markdown: string): MarkedText {
  const { text, formulas } = markFormulas(markdown)
  const hidden = [...formulas].map(([mark, formula]) => [mark, hiddenFormula(formula)] as const)
  return { text, formulas: new Map(hidden) }
}

function hiddenFormula({ kind, content, source }: MarkedFormula): HiddenFormula {
  return kind === 'math'
    ? { shown: { kind: 'run', run: run(renderMath(content)) }, source }
    : { shown: { kind: 'display', lines: layoutMath(content) }, source }
}

/** As it was before the formulas were hidden: for code. */
export function withSources(text: string, formulas: HiddenFormulas): string {
  return text.replace(MARKS, (mark) => formulas.get(mark)?.source ?? mark)
}

export function inlineOf(tokens: readonly Token[], formulas: HiddenFormulas, tone?: Tone): readonly Inline[] {
  return tokens.flatMap((token) => partsOf(token as MarkedToken, formulas, tone))
}

function partsOf(token: MarkedToken, formulas: HiddenFormulas, tone: Tone | undefined): readonly Inline[] {
  switch (token.type) {
    case 'strong':
      return inlineOf(token.tokens, formulas, 'strong')
    case 'em':
      return inlineOf(token.tokens, formulas, tone ?? 'emphasis')
    case 'codespan':
      return withFormulas(token.text, formulas, 'code')
    case 'br':
      return withFormulas('\n', formulas, tone)
    case 'link':
      return [...inlineOf(token.tokens, formulas, tone), ...withFormulas(targetOf(token), formulas, 'hint')]
    case 'image':
      return [{ kind: 'image', href: token.href, named: nameOf(token, formulas) }]
    case 'html':
      return withFormulas(decodeEntities(token.raw.replaceAll('<br>', '\n')), formulas, tone)
    case 'text':
      // Its raw form: in the other marked has decoded some names already, those of escapes among them.
      return token.tokens
        ? inlineOf(token.tokens, formulas, tone)
        : withFormulas(decodeEntities(unfoldLines(token.raw)), formulas, tone)
    case 'escape':
      return withFormulas(token.text, formulas, tone)
    case 'del':
      // Not every terminal strikes out, and text without colours cannot.
      return [STRUCK, ...inlineOf(token.tokens, formulas, tone), STRUCK]
    default:
      return withFormulas(token.raw, formulas, tone)
  }
}

function nameOf(token: Tokens.Image, formulas: HiddenFormulas): readonly Worded[] {
  const name = token.text === '' ? `[${token.href}]` : `[${token.text}]${targetOf(token)}`
  return withFormulas(name, formulas, 'hint')
}

/** With the names of images where they would stand. */
export function inWords(parts: readonly Inline[]): readonly Worded[] {
  return parts.flatMap((part) => (part.kind === 'image' ? part.named : [part]))
}

const STRUCK: Inline = { kind: 'run', run: run('~~') }

/** Where a link leads, where its text does not say so. */
function targetOf({ text, href, title }: Tokens.Link | Tokens.Image): string {
  const isSaid = ['', 'mailto:', 'http://'].some((scheme) => scheme + text === href)
  const shown = [isSaid ? '' : href, title ?? ''].filter((part) => part !== '').join(' – ')
  return shown === '' ? '' : ` (${shown})`
}

function withFormulas(text: string, formulas: HiddenFormulas, tone: Tone | undefined): readonly Worded[] {
  const parts: Worded[] = []
  let from = 0
  for (const match of text.matchAll(MARKS)) {
    const formula = formulas.get(match[0])?.shown
    if (formula === undefined) continue
    if (match.index > from) parts.push({ kind: 'run', run: run(text.slice(from, match.index), tone) })
    parts.push(formula.kind === 'run' ? { kind: 'run', run: { ...formula.run, tone } } : formula)
    from = match.index + 1
  }
  if (from < text.length) parts.push({ kind: 'run', run: run(text.slice(from), tone) })
  return parts
}
