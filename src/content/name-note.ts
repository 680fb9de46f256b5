import type { Deck } from '../core/card.ts'
import { parseScanned } from './parse-deck.ts'
import { type ScannedDeck, scanDeck } from './scan-deck.ts'
import type { ScannedNote } from './scan-note.ts'

export interface NamedDeck {
  readonly text: string
  /** Of the heading, from one. */
  readonly line: number
}

/**
 * The deck with an id written above a note, so that its text may change and the note stay the same: the one
 * that it goes by, or another `id`, by which it then goes on. Undefined where the id stands there, where the
 * note is not in the deck, or where any card would then be read otherwise.
 */
export function nameNote(text: string, path: string, note: string, id = note): NamedDeck | undefined {
  const scanned = scanDeck(text)
  const { deck } = parseScanned(scanned, path)
  const place = placeOf(scanned, deck, note)
  if (place === undefined || place.heading === id) return undefined
  const { line, heading } = place
  const named = withLine(text, line, `## ${id}`, heading === undefined ? 0 : 1)
  const rescanned = scanDeck(named)
  const after = parseScanned(rescanned, path).deck
  const isThere = rescanned.notes.some((one) => one.line === line && one.heading === id)
  return isThere && wording(after) === wording(deck, note, id) ? { text: named, line } : undefined
}

/** With a line above that of a number, counted from one, or in its place. */
function withLine(text: string, number: number, line: string, replaced: 0 | 1): string {
  // With what ends each: whatever `cleanText` takes for the end of a line.
  const mark = text.startsWith('\ufeff') ? '\ufeff' : ''
  const lines = text.slice(mark.length).split(/(?<=\r(?!\n)|[\n\u2028\u2029\u0085])/)
  const end = /\r?\n$|\r$/.exec(lines[number - 1] ?? '')?.[0] ?? '\n'
  return mark + lines.toSpliced(number - 1, replaced, `${line}${end}`).join('')
}

/** Whether an id is written above some note. Does not parse the deck: it is asked at every answer. */
export function hasHeading(text: string, id: string): boolean {
  return text.split(`## ${id}`).some((rest, at) => at > 0 && /^[ \t]*(?:\r?\n|$)/.test(rest))
}

/** Where a note begins; undefined when the deck has it no more. */
export function lineOfNote(text: string, path: string, note: string): number | undefined {
  return parseScanned(scanDeck(text), path).deck.cards.find((card) => card.note === note)?.line
}

function placeOf(scanned: ScannedDeck, { cards }: Deck, note: string): ScannedNote | undefined {
  const line = cards.find((card) => card.note === note)?.line
  return scanned.notes.find((one) => one.line === line)
}

/** All that is shown of the cards, and their ids; those of `note` as if it went by `id`. */
function wording(deck: Deck, note?: string, id?: string): string {
  return JSON.stringify(
    deck.cards.map(({ line, ...card }) =>
      card.note === note && id !== undefined ? { ...card, id: card.id.replace(note, id), note: id } : card,
    ),
  )
}
