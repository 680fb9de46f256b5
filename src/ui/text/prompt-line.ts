import type { Card } from '../../core/card.ts'
import { faceOf } from '../../core/face.ts'
import type { Locale } from '../../core/locale.ts'
import { markdownLines } from './markdown.ts'

/** The first line of what a card asks, as it stands in a list: without marks, however long. */
export function promptLine(card: Card, locale: Locale): string {
  const [prompt = []] = markdownLines(faceOf(card, locale, 'listed').prompt, ENDLESS)
  return prompt.map(({ text }) => text).join('')
}

const ENDLESS = 1000
