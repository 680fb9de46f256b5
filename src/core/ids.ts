declare const brand: unique symbol
type Brand<T, Name extends string> = T & { readonly [brand]: Name }

export type CardId = Brand<string, 'CardId'>
export type ExerciseId = Brand<string, 'ExerciseId'>

const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*'
const CARD_ID = new RegExp(`^${SLUG}/${SLUG}(?:#[1-9][0-9]?)?$`)
const EXERCISE_ID = new RegExp(`^${SLUG}$`)

/** `deck/slug`, and `deck/slug#2` for the second hidden part of a cloze note. */
export function cardId(text: string): CardId | undefined {
  return CARD_ID.test(text) ? (text as CardId) : undefined
}

/** Cards of one note are siblings; what follows the number sign tells them apart. */
export function noteOf(id: CardId): string {
  const sign = id.indexOf('#')
  return sign < 0 ? id : id.slice(0, sign)
}

export function exerciseId(text: string): ExerciseId | undefined {
  return EXERCISE_ID.test(text) ? (text as ExerciseId) : undefined
}
