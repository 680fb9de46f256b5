import type { Instant } from '../../core/day.ts'
import type { CardId } from '../../core/ids.ts'
import { isReviewLog } from '../../interop/csv/read-review-log.ts'
import { reviewLogSource } from '../../interop/csv/review-log-source.ts'
import type { Deps } from '../deps.ts'
import { momentHere } from '../moment-here.ts'
import type { ImportFormat } from './import-format.ts'
import { headText, readImportText } from './read-import-text.ts'

/** Reviews as FSRS's optimizers read them; told from tables of notes by their first row. */
export const REVIEW_LOG_FILE: ImportFormat = {
  name: 'revlog',
  endings: ['revlog.csv', '.revlog'],
  holds: { en: 'a review log of FSRS', zh: 'FSRS 复习记录' },
  takes: (file) => /\.(?:csv|tsv|txt|revlog)$/.test(file.name) && isReviewLog(headText(file)),
  open: async (deps, file) =>
    reviewLogSource(readImportText(file), {
      momentAt: momentHere,
      isCard: deps.content.cards.has,
      reviewsOf: (card) => reviewsOf(deps, card),
    }),
}

function reviewsOf({ store }: Deps, card: CardId): ReadonlyMap<Instant, string> {
  const reviews = store.eventsOf(card).filter(({ kind }) => kind === 'review')
  return new Map(reviews.map(({ at, id }) => [at, id]))
}
