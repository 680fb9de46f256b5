import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '../core/day.ts'
import type { Exercise } from '../core/exercise.ts'
import type { CardId } from '../core/ids.ts'
import type { Locale, Text } from '../core/locale.ts'
import { INSTALL_AGAIN, Problem } from '../core/problem.ts'
import { type BuiltInContent, openBuiltIn } from './built-in-content.ts'
import { type Content, contentOf, type ShelvedDeck, titleOf } from './content.ts'
import { digestIds } from './digest-ids.ts'
import { once } from './once.ts'
import type { OwnDecks } from './own-decks.ts'
import type { OwnExercises } from './own-exercises.ts'

export interface ContentFolders {
  /** What the build made of `decks/` and `exercises/`, or these two to be parsed now. */
  readonly builtIn: string
  /** The learner's own decks. */
  readonly own?: string | undefined
  /** The learner's own exercises. */
  readonly ownExercises?: string | undefined
  /** Where own decks are kept as they were parsed; without it they are parsed each time. */
  readonly keep?: { readonly folder: string; readonly now: Instant } | undefined
}

/**
 * Everything there is to learn. A user's card with the id of a built-in one takes its place; among the
 * built-in ones, or among the user's own, the first of two with the same id stays and the other is a fault.
 */
export async function loadContent(folders: ContentFolders): Promise<Content> {
  const builtIn = openBuiltIn(folders.builtIn) ?? (await parseNow(folders.builtIn))
  const own = await loadOwn(folders, builtIn)
  const added = await loadAdded(folders.ownExercises, builtIn.exercises)
  const replaced = new Set(own.replaced)
  const decks = replaced.size === 0 ? builtIn.decks : builtIn.decks.map((deck) => without(deck, replaced))
  return contentOf(
    [...decks, ...own.decks],
    [...builtIn.exercises, ...added.exercises],
    [...builtIn.faults, ...own.faults, ...added.faults],
  )
}

/**
 * The statement's Markdown.
 * @param folder `exercises/ID`
 * @param remedy what to do where it is not there
 * @throws Problem when the file is missing
 */
export function loadStatement(folder: string, locale: Locale, remedy: Text = INSTALL_AGAIN): string {
  const path = statementPath(folder, locale)
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new Problem(
      { en: `The statement ${path} cannot be read.`, zh: `无法读取题面 ${path}。` },
      { remedy, cause },
    )
  }
}

export function statementPath(folder: string, locale: Locale): string {
  return join(folder, `statement.${locale}.md`)
}

async function parseNow(folder: string): Promise<BuiltInContent> {
  const { parseBuiltIn, shelveParsed } = await import('./parse-built-in.ts')
  return shelveParsed(await parseBuiltIn(folder))
}

/** What reads decks is only loaded where there are some. */
async function loadOwn({ own, keep }: ContentFolders, builtIn: BuiltInContent): Promise<OwnDecks> {
  if (own === undefined || !existsSync(own)) return { decks: [], faults: [], replaced: [] }
  const { loadOwnDecks } = await import('./own-decks.ts')
  const cards = once(() => new Set(builtIn.decks.flatMap(({ listed }) => listed.cards)))
  const { program } = builtIn
  const cache = keep && program && { path: join(keep.folder, 'own-decks'), program, now: keep.now }
  return loadOwnDecks(own, (card) => cards().has(card), cache || undefined)
}

/** As with decks: the library that reads them costs those nothing who have none. */
async function loadAdded(folder: string | undefined, builtIn: readonly Exercise[]): Promise<OwnExercises> {
  if (folder === undefined || !existsSync(folder)) return { exercises: [], faults: [] }
  const { loadOwnExercises } = await import('./own-exercises.ts')
  return loadOwnExercises(folder, new Set(builtIn.map(({ id }) => id)))
}

function without(deck: ShelvedDeck, replaced: ReadonlySet<CardId>): ShelvedDeck {
  const { listed } = deck
  const cards = listed.cards.filter((card) => !replaced.has(card))
  const left = { cards, size: cards.length, digest: digestIds(cards) }
  return { ...deck, listed: { ...titleOf(listed), ...left, after: (card) => listed.after(card) } }
}
