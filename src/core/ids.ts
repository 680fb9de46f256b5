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
export function noteOf(id: string): string {
  const sign = id.indexOf('#')
  return sign < 0 ? id : id.slice(0, sign)
}

/** Notes that one note of Anki became: an id that follows from its guid, and `-2` for its second card. */
const PART_OF_ANKI = /^(anki\/n[0-9a-z]{16,19})-[1-9][0-9]?$/

/** Whose cards are kept apart on a day: a note, or all that one note of Anki became. */
export function familyOf(id: string): string {
  const note = noteOf(id)
  return PART_OF_ANKI.exec(note)?.[1] ?? note
}

export function exerciseId(text: string): ExerciseId | undefined {
  return EXERCISE_ID.test(text) ? (text as ExerciseId) : undefined
}
