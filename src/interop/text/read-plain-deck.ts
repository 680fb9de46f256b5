import type { PlainDeck } from './plain-note.ts'
import { readCarddown } from './read-carddown.ts'
import { readHeadings } from './read-headings.ts'
import { readObsidian } from './read-obsidian.ts'
import { readPercent } from './read-percent.ts'
import { tagsAbove } from './without-front-matter.ts'

/** How plain-text decks of other programs are written, those that nothing else could be first. */
const DIALECTS = [readCarddown, readPercent, readObsidian, readHeadings] as const

/**
 * Read as the dialect that finds most notes in it; of those that find as many, the one of which less could be
 * something else.
 */
export function readPlainDeck(text: string): PlainDeck {
  return readAs(DIALECTS, text)
}

/**
 * The same of a text that may be no deck at all: by marks that only cards have, for headings and double colons
 * stand in any notes.
 */
export function readMarkedDeck(text: string): PlainDeck {
  return readAs([readCarddown, readPercent, ...(FOR_OBSIDIAN.test(text) ? [readObsidian] : [])], text)
}

/** As the plugin itself asks for it: the tag, in the text or above it, or a schedule that it left. */
const FOR_OBSIDIAN = /#flashcards\b|<!--\s?SR:|^(?:\ufeff)?---\r?\n(?:(?!---).*\n){0,60}?.*\bflashcards\b/

function readAs(dialects: readonly (typeof DIALECTS)[number][], text: string): PlainDeck {
  const read = dialects.map((dialect) => dialect(text))
  const best = read.reduce((most, deck) => (deck.notes.length > most.notes.length ? deck : most))
  const tags = tagsAbove(text)
  return { ...best, notes: best.notes.map((note) => ({ ...note, tags: [...note.tags, ...tags] })) }
}
