import { join } from 'node:path'
import type { Deck } from '../core/card.ts'
import type { Exercise } from '../core/exercise.ts'
import type { Fault } from '../core/fault.ts'
import type { BuiltInContent } from './built-in-content.ts'
import { collectCards, keepOnly } from './collect-cards.ts'
import { shelve } from './content.ts'
import { loadDecks } from './read-content.ts'
import { loadExercises } from './read-exercises.ts'

/** What the parsers make of a folder. */
export interface ParsedContent {
  readonly decks: readonly Deck[]
  readonly exercises: readonly Exercise[]
  readonly faults: readonly Fault[]
}

/** For the build, and for a clone without one. */
export async function parseBuiltIn(folder: string): Promise<ParsedContent> {
  const { decks, faults } = loadDecks(join(folder, 'decks'))
  const loaded = loadExercises(join(folder, 'exercises'))
  const all = [...faults, ...loaded.faults]
  const cards = collectCards(decks, all)
  return { decks: decks.map((deck) => keepOnly(deck, cards)), exercises: loaded.exercises, faults: all }
}

export function shelveParsed({ decks, ...rest }: ParsedContent): BuiltInContent {
  return { ...rest, decks: decks.map(shelve), program: undefined }
}
