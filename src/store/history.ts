import type { Database } from 'better-sqlite3'
import { earliestStart, latestEnd, type Moment, type StudyDay } from '../core/day.ts'
import { type DayTotals, NOTHING_DONE, type StudiedDay } from '../core/day-totals.ts'
import type { Language } from '../core/exercise.ts'
import type { ExerciseId } from '../core/ids.ts'
import type { AcceptedSource, AttemptRecord, PastAttempt } from '../core/past-attempt.ts'
import { type DayRow, dayTotalsOf } from './day-rows.ts'
import { STANDS, understood } from './event-conditions.ts'
import { firstIdAt } from './next-event-id.ts'

const DONE = `(${(['review', 'attempt', 'practice'] as const).map(understood).join(' or ')})`

/** What was done, the undone left out. */
export function createHistory(db: Database) {
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
  const selectTriedOn = db
    .prepare<[StudyDay], ExerciseId>('select distinct exercise from attempt where day = ?')
    .pluck()
  const selectActiveDays = db
    .prepare<[], StudyDay>('select day from day union select day from attempt order by day desc')
    .pluck()
  const selectEdge = (order: 'asc' | 'desc') =>
    db.prepare<[string, string, StudyDay], Moment>(
      `select at, offset_min as offsetMin from event
       where id >= ? and id < ? and ${DONE} and ${STANDS} and study_day(at, offset_min) = ?
       order by id ${order} limit 1`,
    )
  const [selectFirst, selectLast] = [selectEdge('asc'), selectEdge('desc')]
  const selectDays = db.prepare<[], DayRow>('select * from day order by day desc')
  const selectDay = db.prepare<[StudyDay], DayRow>('select * from day where day = ?')
  return {
    attempts: () => selectAttempts.all(),
    attemptRecords: (): ReadonlyMap<ExerciseId, AttemptRecord> =>
      new Map(selectRecords.all().map(({ accepted, ...last }) => [last.exercise, { accepted, last }])),
    lastAccepted: (exercise: ExerciseId, language: Language): AcceptedSource | undefined =>
      selectLastAccepted.get(exercise, language),
    /** Exercises that were submitted on a day. */
    triedOn: (day: StudyDay): readonly ExerciseId[] => selectTriedOn.all(day),
    /** Days with a review or an attempt, the latest first. */
    activeDays: () => selectActiveDays.all(),
    /** The first moment of a day with a review or an attempt. */
    firstOn: (day: StudyDay) => selectFirst.get(...boundsOf(day), day),
    /** The last one. */
    lastOn: (day: StudyDay) => selectLast.get(...boundsOf(day), day),
    /** Days with a review, the latest first. */
    studiedDays: (): readonly StudiedDay[] =>
      selectDays.all().map((row) => ({ day: row.day, ...dayTotalsOf(row) })),
    totalsOn: (day: StudyDay): DayTotals => {
      const row = selectDay.get(day)
      return row ? dayTotalsOf(row) : NOTHING_DONE
    },
  }
}

/** Between these ids all events of a day lie, wherever it was lived. */
function boundsOf(day: StudyDay): readonly [from: string, until: string] {
  return [firstIdAt(earliestStart(day)), firstIdAt(latestEnd(day))]
}
