import type { Deck } from '../core/card.ts'
import { parseScanned } from './parse-deck.ts'
import { type ScannedDeck, scanDeck } from './scan-deck.ts'
import type { ScannedNote } from './scan-note.ts'

export interface NamedDeck {
  readonly text: string
  /** Of the heading, from one. */
  readonly line: number
}

/**
 * The deck with an id written above a note, so that its text may change and the note stay the same: the one that it goes by, or another `id`, by
 * which it then goes on. Undefined where the id stands there, where the note is not in the deck, or where any card would then be read otherwise.
 */
export function nameNote(text: string, path: string, note: string, id = note): NamedDeck | undefined {
  const scanned = scanDeck(text)
  const { deck } = parseScanned(scanned, path)
  const place = placeOf(scanned, deck, note)
  // Before its mark no heading may stand.
  if (place === undefined || (place.line === 1 && text.startsWith('\ufeff'))) return undefined
  const { line, heading } = place
  if (heading === id) return undefined
  const lines = text.split('\n')
  const end = lines[line - 1]?.endsWith('\r') ? '\r' : ''
  const named = lines.toSpliced(line - 1, heading === undefined ? 0 : 1, `## ${id}${end}`).join('\n')
  const after = parseScanned(scanDeck(named), path).deck
  return wording(after) === wording(deck, note, id) ? { text: named, line } : undefined
}

/** Whether an id is written above some note. Does not parse the deck: it is asked at every answer. */
export function hasHeading(text: string, id: string): boolean {
  return text.split(`## ${id}`).some((rest, at) => at > 0 && /^[ \t]*(?:\r?\n|$)/.test(rest))
}

/** Where a note begins; undefined when the deck has it no more. */
export function lineOfNote(text: string, path: string, note: string): number | undefined {
  return parseScanned(scanDeck(text), path).deck.cards.find((card) => card.note === note)?.line
}

function placeOf(scanned: ScannedDeck, { cards }: Deck, note: string): ScannedNote | undefined {
  const line = cards.find((card) => card.note === note)?.line
  return scanned.notes.find((one) => one.line === line)
}

/** All that is shown of the cards, and their ids; those of `note` as if it went by `id`. */
function wording(deck: Deck, note?: string, id?: string): string {
  return JSON.stringify(
    deck.cards.map(({ line, ...card }) =>
      card.note === note && id !== undefined ? { ...card, id: card.id.replace(note, id), note: id } : card,
    ),
  )
}
