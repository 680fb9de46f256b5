import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Card, Deck } from '../core/card.ts'
import type { Exercise } from '../core/exercise.ts'
import type { Fault } from '../core/fault.ts'
import type { CardId, ExerciseId } from '../core/ids.ts'
import type { Locale } from '../core/locale.ts'
import { INSTALL_AGAIN, Problem } from '../core/problem.ts'
import { collectCards } from './collect-cards.ts'
import type { BuiltContent } from './read-content.ts'

export interface Content {
  /** Without cards that another deck replaces. */
  readonly decks: readonly Deck[]
  readonly cards: ReadonlyMap<CardId, Card>
  readonly exercises: ReadonlyMap<ExerciseId, Exercise>
  readonly faults: readonly Fault[]
}

export interface ContentFolders {
  /** Holds `content.json` as the build writes it, or `decks/` and `exercises/` to be parsed now. */
  readonly builtIn: string
  /** The user's own decks. */
  readonly own?: string | undefined
}

/**
 * Everything there is to learn. A user's card with the id of a built-in one takes its place; among the built-in ones, or among
 * the user's own, the first of two with the same id stays and the other is a fault.
 */
export async function loadContent(folders: ContentFolders): Promise<Content> {
  const builtIn = readBuilt(folders.builtIn) ?? (await parseBuiltIn(folders.builtIn))
  const own = await loadOwn(folders.own)
  const faults: Fault[] = [...builtIn.faults, ...own.faults]
  const ownCards = collectCards(own.decks, faults)
  const builtInCards = collectCards(builtIn.decks, faults)
  const cards = new Map([...builtInCards, ...ownCards])
  return {
    decks: [...builtIn.decks, ...own.decks]
      .map((deck) => keepOnly(deck, cards))
      .filter((deck) => deck.cards.length > 0),
    cards,
    exercises: new Map(builtIn.exercises.map((exercise) => [exercise.id, exercise])),
    faults,
  }
}

/** The statement's Markdown. @throws Problem when the file is missing */
export function loadStatement(builtIn: string, id: ExerciseId, locale: Locale): string {
  const path = join(builtIn, 'exercises', id, `statement.${locale}.md`)
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new Problem(
      { en: `The statement ${path} cannot be read.`, zh: `无法读取题面 ${path}。` },
      { remedy: INSTALL_AGAIN, cause },
    )
  }
}

/** What the parsers make of a folder. */
interface ParsedContent extends BuiltContent {
  readonly faults: readonly Fault[]
}

/** What the build writes to `content.json`, and what a clone without a build reads. */
export async function parseBuiltIn(folder: string): Promise<ParsedContent> {
  const { loadDecks, loadExercises } = await import('./read-content.ts')
  const { decks, faults } = loadDecks(join(folder, 'decks'))
  const loaded = await loadExercises(join(folder, 'exercises'))
  return { decks, exercises: loaded.exercises, faults: [...faults, ...loaded.faults] }
}

/** The parsers are only loaded where there is something to parse. */
async function loadOwn(
  folder: string | undefined,
): Promise<{ decks: readonly Deck[]; faults: readonly Fault[] }> {
  if (folder === undefined || !existsSync(folder)) return { decks: [], faults: [] }
  return (await import('./read-content.ts')).loadDecks(folder)
}

function readBuilt(folder: string): ParsedContent | undefined {
  const path = join(folder, 'content.json')
  if (!existsSync(path)) return undefined
  const built = JSON.parse(readFileSync(path, 'utf8')) as BuiltContent
  return { ...built, faults: [] }
}

function keepOnly(deck: Deck, cards: ReadonlyMap<CardId, Card>): Deck {
  return { ...deck, cards: deck.cards.filter((card) => cards.get(card.id) === card) }
}
