import type { CardId } from '../../core/ids.ts'
import { createPackedCards } from '../../core/packed-cards.ts'
import { type ReplayedChange, replayCards } from '../../core/replay-cards.ts'
import { intervalOf } from '../../interop/anki/card-schedule.ts'
import { reviewRow } from '../../interop/anki/review-row.ts'
import type { CollectionWriter } from '../../interop/anki/write-collection.ts'
import { IMPORT_DEVICE } from '../../interop/imported-entry.ts'
import type { Deps } from '../deps.ts'

/** Writes what was done to cards and stands; what was undone is left out. Returns how many rows that are. */
export function writeAnkiReviews(
  { store }: Deps,
  collection: CollectionWriter,
  cards: ReadonlyMap<CardId, number>,
  onWritten: () => void,
): number {
  const lastOf = new Map<CardId, number>()
  let written = 0

  function write({ event, before, state }: ReplayedChange): void {
    const card = cards.get(event.card)
    if (card === undefined) return
    if (event.kind === 'place') {
      const last = lastOf.get(event.card)
      if (last !== undefined && state.memory !== before.memory)
        collection.setInterval(last, intervalOf(state.memory))
      return
    }
    // The day on which an imported card is due is how it stood there, and nothing that was done to it.
    if (event.kind === 'due' && event.device === IMPORT_DEVICE) return
    const row = reviewRow(event, before, state)
    if (row === undefined) return
    lastOf.set(event.card, collection.addReview(card, row))
    written++
    onWritten()
  }

  for (const change of replayCards(store.standing(), createPackedCards())) write(change)
  return written
}
