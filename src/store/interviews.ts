import type { Database } from 'better-sqlite3'
import type { InterviewRecord } from '../core/interview-record.ts'
import { prepareUpsert } from './upsert.ts'

/** Interviews as they stand, by when they began. */
export function createInterviews(db: Database) {
  const upsert = prepareUpsert<{ begun: string; value: string }>(db, 'interview', ['begun', 'value'])
  const remove = db.prepare<[string]>('delete from interview where begun = ?')
  const select = db.prepare<[string], string>('select value from interview where begun = ?').pluck()
  const selectLast = db.prepare<[], string>('select value from interview order by begun desc limit 1').pluck()
  const selectAll = db.prepare<[], string>('select value from interview order by begun').pluck()
  const parse = (text: string | undefined) =>
    text === undefined ? undefined : (JSON.parse(text) as InterviewRecord)
  return {
    find: (begun: string): InterviewRecord | undefined => parse(select.get(begun)),
    last: (): InterviewRecord | undefined => parse(selectLast.get()),
    all: (): ReadonlyMap<string, InterviewRecord> =>
      new Map(
        selectAll
          .all()
          .map((text) => JSON.parse(text) as InterviewRecord)
          .map((one) => [one.begun, one]),
      ),
    /** Undefined: no event of it stands. */
    put: (begun: string, interview: InterviewRecord | undefined): void => {
      if (interview === undefined) remove.run(begun)
      else upsert.run({ begun, value: JSON.stringify(interview) })
    },
  }
}
