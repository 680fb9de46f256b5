import type { BrowsedCard, ShownCard } from '../../app/browse-cards.ts'
import type { CardSights } from '../../app/card-sights.ts'
import type { TypedLine } from '../frame/typed-line.ts'

/** A list of cards, or the page of one of them. */
export interface BrowseState {
  /** The query whose cards are listed. */
  readonly asked: string
  readonly cards: readonly BrowsedCard[]
  readonly marked: number
  readonly field: BrowseField | undefined
  /** The card whose page is open. */
  readonly shown: ShownCard | undefined
  /** How many changes were made here and not taken back; a flag is none. */
  readonly changes: number
  readonly sights: CardSights
}

/** What is being typed: a query, the day on which the card is to come back, or the note of its flag. */
export interface BrowseField {
  readonly kind: 'query' | 'due' | 'flag'
  readonly typed: TypedLine
}

/** The card that keys are about. */
export function cardAtHand({ shown, cards, marked }: BrowseState): BrowsedCard | undefined {
  return shown ?? cards[marked]
}
