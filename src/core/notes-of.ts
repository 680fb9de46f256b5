import type { Card, NoteCards } from './card.ts'

/** Cards by their notes, in the order in which these begin. */
export function notesOf(cards: Iterable<Card>): readonly NoteCards[] {
  return [...Map.groupBy(cards, ({ note }) => note).values()].flatMap(([first, ...rest]) =>
    first ? [[first, ...rest] as const] : [],
  )
}
