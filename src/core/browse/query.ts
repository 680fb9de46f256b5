import { RATINGS, type Rating } from '../rating.ts'

/** Which cards are wanted. All of it is spelled as Anki's users know it. */
export type Query =
  | { readonly kind: 'every' | 'some'; readonly of: readonly Query[] }
  | { readonly kind: 'not'; readonly of: Query }
  | Term

export type Term =
  /** Stands in the prompt, the answer, the source or the id; a pattern, as those of decks and tags. */
  | { readonly kind: 'text'; readonly pattern: string }
  /** A deck or a group; `tag:none` is a card without any. */
  | { readonly kind: 'deck' | 'tag' | 'id'; readonly pattern: string }
  | { readonly kind: 'is'; readonly trait: CardTrait }
  /** Answered in the last so many days, so if a rating is said. */
  | { readonly kind: 'rated'; readonly days: number; readonly rating: Rating | undefined }
  | { readonly kind: 'prop'; readonly property: Property; readonly sign: Sign; readonly value: number }

export const CARD_TRAITS = [
  'new',
  'learn',
  'review',
  'due',
  'suspended',
  'buried',
  'leech',
  'own',
  'flagged',
] as const
export type CardTrait = (typeof CARD_TRAITS)[number]

/** Retrievability, stability and interval in days, difficulty, lapses, reviews, days until due. */
export const PROPERTIES = ['r', 's', 'ivl', 'd', 'lapses', 'reps', 'due'] as const
export type Property = (typeof PROPERTIES)[number]

export const SIGNS = ['<=', '>=', '!=', '<', '>', '='] as const
export type Sign = (typeof SIGNS)[number]

/** Every card. */
export const EVERY_CARD: Query = { kind: 'every', of: [] }

export const FILTERS = ['deck', 'tag', 'id', 'is', 'rated', 'prop'] as const

/** As in Anki, `rated:7:2` is hard. */
export function ratingOfNumber(number: string): Rating | undefined {
  return RATINGS[Number(number) - 1]
}
