import type { CardState } from '../../core/card-state.ts'
import { type Moment, type StudyDay, studyDayOf } from '../../core/day.ts'
import type { Put } from '../../core/gather-pieces.ts'
import type { CardId } from '../../core/ids.ts'
import { createScratchFile } from '../../disk/scratch-file.ts'
import type { CollectionPlan } from '../../interop/anki/collection-columns.ts'
import { placeholderCollection } from '../../interop/anki/placeholder.ts'
import { createCollection } from '../../interop/anki/write-collection.ts'
import { packagePieces } from '../../interop/anki/write-package.ts'
import { type Deps, settingsIn } from '../deps.ts'
import { createMediaNames } from '../media-names.ts'
import { writeAnkiNotes } from './anki-notes.ts'
import { writeAnkiReviews } from './anki-reviews.ts'
import type { Exported, ExportWanted } from './export-format.ts'

/**
 * An archive of Anki, piece by piece. The whole log streams through; what is held grows with cards, and by
 * some bytes a review.
 */
export async function writeAnkiPackage(
  deps: Deps,
  { decks, languages, scheduling, onWritten }: Omit<ExportWanted, 'isWhole'>,
  put: Put,
): Promise<Omit<Exported, 'remarks'>> {
  const states = scheduling ? deps.store.cards() : new Map<CardId, CardState>()
  const plan = planOf(deps, states.values(), deps.now())
  const media = createMediaNames()
  const scratch = createScratchFile()
  const collection = createCollection(scratch.path, plan)
  try {
    scratch.hide()
    const { notes, cards } = writeAnkiNotes(deps, decks, {
      collection,
      plan,
      media,
      languages,
      states,
      onWritten,
    })
    const reviews = scheduling ? writeAnkiReviews(deps, collection, cards, onWritten) : 0
    collection.finish()
    const parts = { collection: scratch.read, placeholder: placeholderCollection(plan), media: media.files }
    for await (const piece of packagePieces(parts)) put(piece)
    return { notes, cards: cards.size, reviews }
  } finally {
    collection.close()
    scratch.discard()
  }
}

function planOf(deps: Deps, states: Iterable<CardState>, now: Moment): CollectionPlan {
  const settings = settingsIn(deps)
  return {
    now,
    firstDay: firstDayOf(deps, states, now),
    parameters: deps.store.parameters().cards,
    newPerDay: settings['new-per-day'],
    reviewsPerDay: settings['reviews-per-day'],
  }
}

/** No card was asked before it, nor due. */
function firstDayOf({ store }: Deps, states: Iterable<CardState>, now: Moment): StudyDay {
  const [first] = store.entries()
  let day = Math.min(studyDayOf(now), studyDayOf(first ?? now))
  for (const { memory } of states) {
    if (memory.kind === 'review') day = Math.min(day, memory.dueDay)
  }
  return day
}
