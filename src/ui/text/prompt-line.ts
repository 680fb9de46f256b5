import type { Card } from '../../core/card.ts'
import { faceOf } from '../../core/face.ts'
import type { Locale } from '../../core/locale.ts'
import { BLANK, type Line } from './line.ts'
import { markdownLines } from './markdown.ts'

/** The first line of what a card asks, however long: enough to know the card by. */
export function promptRuns(card: Card, locale: Locale): Line {
  return markdownLines(faceOf(card, locale, 'listed').prompt, ENDLESS)[0] ?? BLANK
}

/** As it stands in a list: without marks. */
export function promptLine(card: Card, locale: Locale): string {
  return promptRuns(card, locale)
    .map(({ text }) => text)
    .join('')
}

const ENDLESS = 1000
