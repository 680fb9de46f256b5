import type { Database } from 'better-sqlite3'
import { studyDayOf } from '../core/day.ts'
import type { EventId } from '../core/event.ts'
import type { ExerciseId } from '../core/ids.ts'
import { STANDS, understood } from './event-conditions.ts'

/** The table of recorded submissions: what the log says of each but its source, with the study day. */
export function createAttempts(db: Database) {
  db.function('study_day', { deterministic: true }, (at, offsetMin) =>
    studyDayOf({ at: Number(at), offsetMin: Number(offsetMin) }),
  )
  const prepareInsert = (which: string) =>
    db.prepare<string[]>(
      `insert into attempt (event, exercise, day, at, language, verdict, tier, ratio, diagnosis, recalls)
       select id, subject, study_day(at, offset_min), at, body ->> '$.language',
         coalesce(body ->> '$.outcome.verdict', body ->> '$.outcome.kind'),
         coalesce(body ->> '$.outcome.tier', 'none'),
         body ->> '$.ratio', body ->> '$.diagnosis', coalesce(body -> '$.recalls', '[]')
       from event where ${which} and (${understood('attempt')} or ${understood('practice')}) and ${STANDS}`,
    )
  const insertOne = prepareInsert('id = ?')
  const insertOf = prepareInsert('subject = ?')
  const insertAll = prepareInsert('true')
  const deleteOf = db.prepare<[ExerciseId]>('delete from attempt where exercise = ?')
  const deleteAll = db.prepare<[]>('delete from attempt')
  return {
    add: (event: EventId) => insertOne.run(event),
    refill: (exercise: ExerciseId) => {
      deleteOf.run(exercise)
      insertOf.run(exercise)
    },
    refillAll: () => {
      deleteAll.run()
      insertAll.run()
    },
  }
}
