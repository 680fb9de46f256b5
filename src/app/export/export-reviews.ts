import { loggedReviews } from '../../core/logged-reviews.ts'
import { REVIEW_COLUMNS, reviewRow } from '../../interop/csv/fsrs-row.ts'
import { rowText } from '../../interop/csv/write-rows.ts'
import { idsIn } from '../deck-cards.ts'
import { type ExportFormat, NOTHING_EXPORTED } from './export-format.ts'

/**
 * The reviews that stand, as FSRS's optimizers read them; named apart from tables of notes by the end of the
 * file's name.
 */
export const REVIEW_LOG: ExportFormat = {
  name: 'revlog',
  endings: ['revlog.csv', '.revlog'],
  holds: { en: 'the review log, for optimizers of FSRS', zh: '复习记录，供 FSRS 优化器使用' },
  write: async ({ store }, { decks, isWhole, onWritten }, put) => {
    put(rowText(REVIEW_COLUMNS, 'comma'))
    const wanted = isWhole ? undefined : idsIn(decks)
    let reviews = 0
    for (const logged of loggedReviews(store.standing())) {
      if (wanted && !wanted.has(logged.review.card)) continue
      put(rowText(reviewRow(logged), 'comma'))
      reviews++
      onWritten()
    }
    return { ...NOTHING_EXPORTED, reviews }
  },
}
