import { Marked, type RendererObject, type Token, type Tokens } from 'marked'
import {
  MARKS,
  type MarkedFormula,
  type MarkedFormulas,
  markFormulas,
} from '../../core/markdown/mark-formulas.ts'
import { isTitle, readMarkdown } from '../../core/markdown/read-markdown.ts'
import { unfoldLines } from '../../core/markdown/unfold-lines.ts'
import { pathOfHref } from '../../core/text-images.ts'
import { escapeLiteral, escapeText } from './escape-text.ts'

/** The name in Anki's media of an image that a text names; undefined where there is none. */
export type NameMedia = (path: string) => string | undefined

/**
 * Markdown as Anki shows it, with formulas for its MathJax. HTML that the text speaks of is text. Never
 * throws, whatever the text.
 */
export function htmlOf(markdown: string, nameMedia: NameMedia): string {
  const { text, formulas } = markFormulas(markdown)
  const html = render(text, rendererOf(formulas, nameMedia))
  return alone(html.replace(MARKS, (mark) => formulaHtml(formulas.get(mark), mark)))
}

function render(text: string, renderer: RendererObject): string {
  try {
    return new Marked({ renderer }).parser(readMarkdown(text).map(asParagraph))
  } catch (error) {
    // marked recurses: quotes that are nested some thousands deep.
    if (error instanceof RangeError) return escapeText(text)
    throw error
  }
}

/** Plain prose comes as bare texts. */
function asParagraph(token: Token): Token {
  return token.type === 'text'
    ? { ...token, type: 'paragraph', tokens: (token as Tokens.Text).tokens ?? [token] }
    : token
}

function formulaHtml(formula: MarkedFormula | undefined, mark: string): string {
  if (formula === undefined) return mark
  // Two braces would end what a cloze hides.
  const latex = escapeLiteral(formula.content.replace(/\}(?=\})/g, '} '))
  return formula.kind === 'math' ? `\\(${latex}\\)` : `\\[${latex}\\]`
}

/** A paragraph by itself needs no element. */
function alone(html: string): string {
  const trimmed = html.trim()
  const [, inner] = /^<p>((?:(?!<p>).)*)<\/p>$/s.exec(trimmed) ?? []
  return inner ?? trimmed
}

/** What changes no more than how a letter looks may stand in a text as HTML. */
const HARMLESS = /&lt;(\/?(?:br|sub|sup|u|kbd))&gt;/g

/** Whose pages a click may open. */
const WEB = /^(?:https?:|mailto:)/i

function rendererOf(formulas: MarkedFormulas, nameMedia: NameMedia): RendererObject {
  const asWritten = (text: string) => text.replace(MARKS, (mark) => formulas.get(mark)?.source ?? mark)
  const code = (text: string) => escapeLiteral(asWritten(text))
  return {
    html: ({ raw }) => escapeText(raw).replace(HARMLESS, '<$1>'),
    text(token) {
      if ('tokens' in token && token.tokens) return this.parser.parseInline(token.tokens)
      return token.type === 'escape' ? escapeLiteral(token.text) : escapeText(unfoldLines(token.raw))
    },
    codespan: ({ text }) => `<code>${code(text)}</code>`,
    code: ({ text, lang }) =>
      `<pre><code>${code(text.trim() === '' && lang?.includes(' ') ? lang : text)}</code></pre>\n`,
    link({ href, tokens }) {
      const inner = this.parser.parseInline(tokens)
      return WEB.test(href) ? `<a href="${escapeLiteral(href)}">${inner}</a>` : inner
    },
    image({ href, text }) {
      const name = nameMedia(pathOfHref(href))
      return name === undefined ? escapeText(text) : imageTag(name)
    },
    heading(token) {
      const { tokens, depth } = token
      const inner = this.parser.parseInline(tokens)
      return isTitle(token) ? `<h${depth}>${inner}</h${depth}>\n` : `<p>${'#'.repeat(depth)} ${inner}</p>\n`
    },
  }
}

export function imageTag(name: string): string {
  return `<img src="${escapeLiteral(name)}">`
}
