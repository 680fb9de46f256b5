import type { Card, Deck, DeckTitle, NoteCards } from '../core/card.ts'
import { notesOf } from '../core/notes-of.ts'
import { WEIGHT } from '../core/topic.ts'
import { parseDeck } from './parse-deck.ts'
import { noteMarkdown } from './write-note.ts'

export interface WrittenDeck {
  readonly text: string
  readonly notes: number
  /** Notes that Markdown cannot hold as they are; a reader finds them changed. */
  readonly changed: readonly string[]
}

export interface WrittenNote {
  readonly note: string
  readonly text: string
  /** Whether a reader finds the same cards. */
  readonly isSame: boolean
}

/** A deck as Markdown of which `parseDeck` makes the same cards, each with its id written above it. */
export function writeDeck(deck: Deck): WrittenDeck {
  const notes = notesOf(deck.cards).map(writeNote)
  return {
    text: [frontMatter(deck), ...notes.map(({ text }) => text)].join('\n'),
    notes: notes.length,
    changed: notes.flatMap(({ note, isSame }) => (isSame ? [] : [note])),
  }
}

/**
 * As it is written by hand; only where that would be read otherwise, as a text with a line `A: hello`, are
 * its texts set one column in.
 */
export function writeNote(cards: NoteCards): WrittenNote {
  const [{ note }] = cards
  const plain = noteMarkdown(cards[0], 'plain')
  if (readsBack(plain, cards)) return { note, text: plain, isSame: true }
  const guarded = noteMarkdown(cards[0], 'guarded')
  return { note, text: guarded, isSame: readsBack(guarded, cards) }
}

function readsBack(text: string, cards: readonly Card[]): boolean {
  const { deck, faults } = parseDeck(text, `${cards[0]?.deck}.md`)
  return faults.length === 0 && wordingOf(deck.cards) === wordingOf(cards)
}

/** Property by property in one order, whoever made the cards; what is undefined may as well be missing. */
export function wordingOf(cards: readonly Card[]): string {
  return JSON.stringify(
    cards.map(({ line, deck, ...card }) => Object.entries(JSON.parse(JSON.stringify(card))).sort()),
  )
}

function frontMatter({ name, title, group, weight, beyond }: DeckTitle): string {
  const lines = [
    `title: ${quoted(title.en)}`,
    ...(title.zh === title.en ? [] : [`title.zh: ${quoted(title.zh)}`]),
    ...(group === name ? [] : [`group: ${quoted(group)}`]),
    ...(weight === WEIGHT.usual ? [] : [`weight: ${weight}`]),
    ...(beyond ? ['beyond: true'] : []),
  ]
  return ['---', ...lines, '---', ''].join('\n')
}

/** Quotes of its own would be taken for those around it. */
function quoted(text: string): string {
  return /^["']/.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : text
}
