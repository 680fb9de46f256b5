import type { Database } from 'better-sqlite3'
import type { StudyDay } from '../core/day.ts'
import { type DayTotals, NOTHING_DONE, type StudiedDay } from '../core/day-totals.ts'
import type { Language } from '../core/exercise.ts'
import type { AcceptedSource, AttemptRecord, PastAttempt, PastReview } from '../core/history.ts'
import type { ExerciseId } from '../core/ids.ts'

/** What was done, undone reviews left out. */
export function createHistory(db: Database) {
  const selectReviews = db.prepare<[], PastReview>(
    `select card, day, rating, kind_before as kindBefore, interval_before as intervalBefore, duration_ms as durationMs
     from review order by event`,
  )
  const selectAttempts = db.prepare<[], PastAttempt>(
    'select exercise, day, at, language, verdict, tier, ratio, diagnosis from attempt order by event',
  )
  // SQLite takes the bare columns from the row of the maximum.
  const selectRecords = db.prepare<[], PastAttempt & { readonly accepted: number }>(
    `select exercise, day, at, language, verdict, tier, ratio, diagnosis, max(event) as event,
       sum(verdict = 'accepted') as accepted from attempt group by exercise`,
  )
  const selectLastAccepted = db.prepare<[ExerciseId, Language], AcceptedSource>(
    `select attempt.at, event.body ->> 'source' as source from attempt join event on event.id = attempt.event
     where attempt.exercise = ? and attempt.language = ? and attempt.verdict = 'accepted'
     order by attempt.event desc limit 1`,
  )
  const selectActiveDays = db
    .prepare<[], StudyDay>('select day from review union select day from attempt order by day desc')
    .pluck()
  const totals = `count(*) as reviews, sum(duration_ms) as durationMs, sum(kind_before = 'new') as fresh,
    sum(kind_before = 'review' and interval_before < 21) as young,
    sum(kind_before = 'review' and interval_before < 21 and rating <> 'again') as youngRecalled,
    sum(kind_before = 'review' and interval_before >= 21) as mature,
    sum(kind_before = 'review' and interval_before >= 21 and rating <> 'again') as matureRecalled`
  const selectDays = db.prepare<[], StudiedDay>(
    `select day, ${totals} from review group by day order by day desc`,
  )
  const selectDay = db.prepare<[StudyDay], StudiedDay>(
    `select day, ${totals} from review where day = ? group by day`,
  )
  return {
    reviews: () => selectReviews.all(),
    attempts: () => selectAttempts.all(),
    attemptRecords: (): ReadonlyMap<ExerciseId, AttemptRecord> =>
      new Map(selectRecords.all().map(({ accepted, ...last }) => [last.exercise, { accepted, last }])),
    lastAccepted: (exercise: ExerciseId, language: Language): AcceptedSource | undefined =>
      selectLastAccepted.get(exercise, language),
    /** Days with a review or an attempt, the latest first. */
    activeDays: () => selectActiveDays.all(),
    /** Days with a review, the latest first. */
    studiedDays: (): readonly StudiedDay[] => selectDays.all(),
    totalsOn: (day: StudyDay): DayTotals => selectDay.get(day) ?? NOTHING_DONE,
  }
}
