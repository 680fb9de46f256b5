import type { Card, Deck } from '../core/card.ts'

/** A note and where it stands. What is said of a note is said once, by its first card. */
export interface LocatedNote {
  readonly path: string
  readonly card: Card
}

/** Of two notes with the same id the second is a fault already. */
export function locateNotes(decks: readonly Deck[]): readonly LocatedNote[] {
  const notes = new Map<string, LocatedNote>()
  for (const { path, cards } of decks) {
    for (const card of cards) if (!notes.has(card.note)) notes.set(card.note, { path, card })
  }
  return [...notes.values()]
}
