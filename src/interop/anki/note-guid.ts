import { type CardId, cardId } from '../../core/ids.ts'

const PREFIX = 'anneal:'

/**
 * What Anki knows a note of ours by. It tells which note that is, so that a deck that comes back from Anki
 * finds its cards.
 */
export function guidOf(note: string): string {
  return PREFIX + note
}

/** The note of ours that goes by it; undefined where the guid was made by Anki or another program. */
export function noteOfGuid(guid: string): CardId | undefined {
  const note = guid.startsWith(PREFIX) ? cardId(guid.slice(PREFIX.length)) : undefined
  return note?.includes('#') ? undefined : note
}

/**
 * Anki counts a note's cards from nought: those of a cloze note by the number that they hide, of any other it
 * is the first.
 */
export function ordinalOf(card: CardId): number {
  return Number(card.split('#')[1] ?? 1) - 1
}
