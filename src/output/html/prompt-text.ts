import type { Token } from 'marked'
import type { Card } from '../../core/card.ts'
import { faceOf } from '../../core/face.ts'
import type { Locale } from '../../core/locale.ts'
import { MARKS, markFormulas } from '../../core/markdown/mark-formulas.ts'
import { readMarkdown } from '../../core/markdown/read-markdown.ts'
import { renderMath } from '../../core/mathematics.ts'

/** What a card asks, as plain text: its first paragraph, formulas in Unicode. */
export function promptText(card: Card, locale: Locale): string {
  const { text, formulas } = markFormulas(faceOf(card, locale, 'listed').prompt)
  const [first] = readMarkdown(text)
  const plain = first === undefined ? '' : plainText(first)
  return plain.replace(MARKS, (mark) => renderMath(formulas.get(mark)?.content ?? mark)).replace(/\s+/g, ' ')
}

function plainText(token: Token): string {
  if ('tokens' in token && token.tokens !== undefined) return token.tokens.map(plainText).join('')
  return 'text' in token ? String(token.text) : token.raw
}
