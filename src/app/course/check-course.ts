import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deckPaths } from '../../content/deck-paths.ts'
import { decodeText } from '../../content/decode-text.ts'
import { lintPaths } from '../../content/lint-paths.ts'
import { loadContent } from '../../content/load-content.ts'
import { parseDeck } from '../../content/parse-deck.ts'
import { scanDeck } from '../../content/scan-deck.ts'
import type { Exercise } from '../../core/exercise.ts'
import type { Fault } from '../../core/fault.ts'
import type { CardId } from '../../core/ids.ts'
import type { Text } from '../../core/locale.ts'
import type { Folders } from '../deps.ts'
import { nameOwnNote } from '../own-note.ts'
import type { Trees } from '../sync/travelling-files.ts'

/**
 * What must be mended before learners may have it: all that `anneal lint` says, and what differs from one
 * learner to the next.
 */
export async function checkCourse(
  { builtIn }: Pick<Folders, 'builtIn'>,
  { decks, exercises, ownGraders }: Trees,
): Promise<readonly Fault[]> {
  const targets = [decks, exercises].filter((folder) => existsSync(folder))
  if (targets.length === 0) return []
  const own = { builtIn, own: decks, ownExercises: exercises }
  const faults = await lintPaths(targets, own)
  const content = await loadContent(own)
  const shipped = await loadContent({ builtIn })
  const added = [...content.exercises.values()].filter(({ isOwn }) => isOwn)
  return [
    ...faults,
    ...readDecks(decks).flatMap((deck) => [
      ...unnamedNotes(deck),
      ...builtInCards(deck, (card) => shipped.cards.has(card)),
    ]),
    ...added.flatMap((exercise) => exerciseFaults(exercise, { exercises, ownGraders })),
  ]
}

/** Writes an id above each note that has none, and returns above how many. */
export function nameAllNotes({ decks }: Pick<Trees, 'decks'>): number {
  return readDecks(decks)
    .flatMap((deck) => unnamedIds(deck).map((id) => nameOwnNote(deck.path, id)))
    .filter(({ kind }) => kind === 'written').length
}

interface ReadDeck {
  readonly path: string
  readonly text: string
}

function readDecks(folder: string): readonly ReadDeck[] {
  return deckPaths(folder).flatMap((path) => {
    const decoded = decodeText(readFileSync(path))
    return 'text' in decoded ? [{ path, text: decoded.text }] : []
  })
}

function unnamedLines({ text }: ReadDeck): ReadonlySet<number> {
  const notes = scanDeck(text).notes.filter(({ heading }) => heading === undefined)
  return new Set(notes.map(({ line }) => line))
}

function unnamedIds(deck: ReadDeck): readonly CardId[] {
  const lines = unnamedLines(deck)
  const cards = parseDeck(deck.text, deck.path).deck.cards.filter(({ line }) => lines.has(line))
  return [...new Set(cards.map(({ note }) => note as CardId))]
}

function unnamedNotes(deck: ReadDeck): readonly Fault[] {
  return [...unnamedLines(deck)].map((line) => ({ path: deck.path, line, message: UNNAMED }))
}

function builtInCards({ path, text }: ReadDeck, isBuiltIn: (card: CardId) => boolean): readonly Fault[] {
  return parseDeck(text, path)
    .deck.cards.filter(({ id }) => isBuiltIn(id))
    .map(({ id, line }) => ({ path, line, message: cardOfAnneal(id) }))
}

function exerciseFaults(
  { id, isDraft }: Exercise,
  { exercises, ownGraders }: Pick<Trees, 'exercises' | 'ownGraders'>,
): readonly Fault[] {
  const path = join(exercises, id, 'exercise.yaml')
  const hasGrader = ['grader.ts', 'reference.ts'].every((name) => existsSync(join(ownGraders, id, name)))
  return [
    ...(isDraft ? [{ path, line: 0, message: DRAFT }] : []),
    ...(hasGrader ? [] : [{ path, line: 0, message: NO_GRADER }]),
  ]
}

const UNNAMED: Text = {
  en: 'The note has no id, by which all learners know it; --write-ids writes one above each.',
  zh: '这条笔记没有 id，学员无法以同一 id 识别它；--write-ids 会为每条笔记写上。',
}
const DRAFT: Text = {
  en: 'Something of the exercise is still marked TODO; write it first.',
  zh: '练习中还有标为 TODO 的内容；请先写完。',
}
const NO_GRADER: Text = {
  en: 'The exercise has no grader (grader.ts and reference.ts); write it first.',
  zh: '练习还没有判题器（grader.ts 和 reference.ts）；请先写好。',
}

function cardOfAnneal(id: CardId): Text {
  return {
    en: `The id ${id} is that of a card of Anneal's own; give this note another.`,
    zh: `id ${id} 是 Anneal 自带卡片的 id；请给这条笔记换一个。`,
  }
}
