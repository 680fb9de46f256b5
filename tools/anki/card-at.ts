import { type CardId, cardId } from '../../src/core/ids.ts'

/** The card of ours that Anki shows at this place of a note: `ordinalOf` gives its place. */
export function cardAt(note: CardId, ordinal: number): CardId | undefined {
  return ordinal === 0 ? note : cardId(`${note}#${ordinal + 1}`)
}
