import type { Database } from 'better-sqlite3'
import type { StudyDay } from '../core/day.ts'
import type { Language } from '../core/exercise.ts'
import type { AcceptedSource, PastAttempt, PastReview } from '../core/history.ts'
import type { CardId, ExerciseId } from '../core/ids.ts'

/** What was done, undone reviews left out. */
export function createHistory(db: Database) {
  const selectReviews = db.prepare<[], PastReview>(
    `select card, day, rating, kind_before as kindBefore, interval_before as intervalBefore, duration_ms as durationMs
     from review order by event`,
  )
  const selectAttempts = db.prepare<[], PastAttempt>(
    'select exercise, day, at, language, verdict, tier, ratio, diagnosis from attempt order by event',
  )
  const selectLastAccepted = db.prepare<[ExerciseId, Language], AcceptedSource>(
    `select attempt.at, event.body ->> 'source' as source from attempt join event on event.id = attempt.event
     where attempt.exercise = ? and attempt.language = ? and attempt.verdict = 'accepted'
     order by attempt.event desc limit 1`,
  )
  const selectActiveDays = db
    .prepare<[], StudyDay>('select day from review union select day from attempt order by day desc')
    .pluck()
  const selectReviewedToday = db.prepare<[StudyDay], { card: CardId; kindBefore: string }>(
    'select card, kind_before as kindBefore from review where day = ?',
  )
  // A card that was reviewed since the attempt has been brought back already.
  const selectRecalls = db
    .prepare<[StudyDay], CardId>(
      `select distinct recalled.value from attempt, json_each(attempt.recalls) recalled
       left join card_state on card_state.card = recalled.value
       where attempt.day = ? and coalesce(card_state.last_review, 0) < attempt.at`,
    )
    .pluck()
  return {
    reviews: () => selectReviews.all(),
    attempts: () => selectAttempts.all(),
    lastAccepted: (exercise: ExerciseId, language: Language): AcceptedSource | undefined =>
      selectLastAccepted.get(exercise, language),
    /** Days with a review or an attempt, the latest first. */
    activeDays: () => selectActiveDays.all(),
    reviewedOn: (day: StudyDay) => selectReviewedToday.all(day),
    recallsOn: (day: StudyDay) => selectRecalls.all(day),
  }
}
