import type { Card, Deck } from '../core/card.ts'
import { parseScanned } from './parse-deck.ts'
import { scanDeck } from './scan-deck.ts'

/**
 * The deck with the id of a note written above it, so that its text may change and the note stay the same. Undefined where it has one, where
 * the text is not what the card was read from, or where any card would then be read otherwise.
 */
export function nameNote(text: string, path: string, { note, line }: Card): string | undefined {
  const scanned = scanDeck(text)
  // Before its mark no heading may stand.
  if (line === 1 && text.startsWith('\ufeff')) return undefined
  const isUnnamed = scanned.notes.some((one) => one.line === line && one.heading === undefined)
  const { deck } = parseScanned(scanned, path)
  if (!isUnnamed || !deck.cards.some((card) => card.note === note && card.line === line)) return undefined
  const lines = text.split('\n')
  const end = lines[line - 1]?.endsWith('\r') ? '\r' : ''
  const named = lines.toSpliced(line - 1, 0, `## ${note}${end}`).join('\n')
  return wording(parseScanned(scanDeck(named), path).deck) === wording(deck) ? named : undefined
}

function wording(deck: Deck): string {
  return JSON.stringify(deck.cards.map(({ line, ...card }) => card))
}
