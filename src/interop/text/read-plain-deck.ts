import type { PlainDeck } from './plain-note.ts'
import { readCarddown } from './read-carddown.ts'
import { readHeadings } from './read-headings.ts'
import { readObsidian } from './read-obsidian.ts'
import { readPercent } from './read-percent.ts'

/** How plain-text decks of other programs are written, those that nothing else could be first. */
const DIALECTS = [readCarddown, readPercent, readObsidian, readHeadings] as const

/**
 * Read as the dialect that finds most notes in it; of those that find as many, the one of which less could be
 * something else.
 */
export function readPlainDeck(text: string): PlainDeck {
  const read = DIALECTS.map((dialect) => dialect(text))
  return read.reduce((best, deck) => (deck.notes.length > best.notes.length ? deck : best))
}
