import type { CardId, ExerciseId } from './ids.ts'
import type { Text } from './locale.ts'
import type { PictureCall } from './pictures/picture-call.ts'

/** One prompt and one answer. Cards of one note are siblings: they are not shown on the same day. */
export type Card = CardCommon & CardContent

export interface CardCommon {
  readonly id: CardId
  readonly note: string
  readonly deck: string
  readonly tags: readonly string[]
  readonly source: string
  readonly exercises: readonly ExerciseId[]
  /** Cards to be known first. */
  readonly after: readonly CardId[]
  readonly image: string | undefined
  readonly picture: CardPicture | undefined
  /** What people commonly get wrong here. */
  readonly errata: Text | undefined
  readonly line: number
}

/** Drawn by the program: with the prompt, or only with the answer because it gives that away. */
export interface CardPicture {
  readonly call: PictureCall
  readonly place: 'question' | 'answer'
}

/** The cards of one note, which all say the same of it. */
export type NoteCards = readonly [Card, ...Card[]]

export type CardContent =
  | { readonly kind: 'basic'; readonly prompt: Text; readonly answer: Text }
  /** `hidden` is the number of the hidden part; the text keeps its brackets. */
  | { readonly kind: 'cloze'; readonly text: Text; readonly hidden: number }
  | {
      readonly kind: 'choice'
      readonly prompt: Text
      readonly options: readonly Option[]
      readonly why: Text | undefined
    }
  | {
      readonly kind: 'numeric'
      readonly prompt: Text
      readonly lets: readonly Let[]
      readonly answer: string
      readonly tolerance: NumericTolerance
      readonly unit: Text | undefined
      readonly solution: Text
    }
  | {
      readonly kind: 'ordering'
      readonly prompt: Text
      readonly steps: readonly Text[]
      readonly why: Text | undefined
    }

export interface Option {
  readonly text: Text
  readonly right: boolean
}

/** `let name = expression`, in order: a later one may use those before it. */
export interface Let {
  readonly name: string
  readonly expression: string
}

export type NumericTolerance =
  | { readonly kind: 'absolute'; readonly value: number }
  | { readonly kind: 'relative'; readonly value: number }
  /** Right when it rounds to the decimals that the solution shows. */
  | { readonly kind: 'decimals'; readonly value: number }

export interface Deck extends DeckTitle {
  readonly cards: readonly Card[]
}

/** A deck as queues and statistics see it: they need no texts, which are read by need. */
export interface ListedDeck extends DeckTitle {
  readonly cards: readonly CardId[]
  /** How many those are, known without them. */
  readonly size: number
  /** Of its ids; the same for the same set. */
  readonly digest: string
  /** Cards to be known before one of its. */
  after(card: CardId): readonly CardId[]
}

export interface DeckTitle {
  /** The file's name without its ending. */
  readonly name: string
  readonly title: Text
  readonly group: string
  readonly path: string
  readonly beyond: boolean
  /** How often interviewers ask about it, over a deck of weight 1. */
  readonly weight: number
}
