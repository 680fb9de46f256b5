import type { PgBoss } from 'pg-boss'
import type { Instant } from '../../core/day.ts'
import type { SubmissionSent } from '../../interop/hub/submission.ts'
import type { Database, Sql } from '../database/database.ts'
import type { Person } from '../people/person.ts'
import { jobIdOf, queueOf } from './grade-queues.ts'
import { within } from './open-boss.ts'

/** Of one learner at a time. */
export const MOST_WAITING = 20

export type Taken = 'taken' | 'too many' | 'full' | 'left' | 'of another'

/**
 * Keeps a submission and puts it in the queue, both or neither; the same one again is in it already.
 * It is judged by what the course gives now, after all others of which their learners had fewer waiting.
 */
export async function takeSubmission(
  db: Database,
  boss: PgBoss,
  { id: person, course }: Person,
  { id, exercise, language, fileName, source }: SubmissionSent,
  now: Instant,
  quotaBytes: number,
): Promise<Taken> {
  return await db.transaction(async (sql) => {
    // Whoever sends for the same learner at the same time waits here.
    const [standing] = await sql.query<{ readonly left: number | null }>(
      'select left_at "left" from person where id = $1 for update',
      [person],
    )
    if (standing === undefined || standing.left !== null) return 'left'
    const [known] = await sql.query<{ readonly person: string; readonly turn: number }>(
      'select person, turn from submission where id = $1',
      [id],
    )
    if (known !== undefined && known.person !== person) return 'of another'
    const turn = known?.turn ?? (await countWaiting(sql, person))
    if (known === undefined) {
      if (turn >= MOST_WAITING) return 'too many'
      if ((await bytesKept(sql, person)) >= quotaBytes) return 'full'
      await sql.query(
        `insert into submission (id, person, exercise, language, file_name, source, release, received_at, turn)
         values ($1, $2, $3, $4, $5, $6, (select max(version) from release where course = $7), $8, $9)`,
        [id, person, exercise, language, fileName, source, course, now, turn],
      )
    }
    const options = { id: jobIdOf(id), priority: -turn, db: within(sql) }
    await boss.send(queueOf(language), { submission: id }, options)
    return 'taken'
  })
}

async function countWaiting(sql: Sql, person: string): Promise<number> {
  const [counted] = await sql.query<{ readonly count: number }>(
    'select count(*) "count" from submission where person = $1 and waiting',
    [person],
  )
  return counted?.count ?? 0
}

/** Of sources and what was said of them. */
async function bytesKept(sql: Sql, person: string): Promise<number> {
  const [kept] = await sql.query<{ readonly bytes: number | null }>(
    `select sum(octet_length(s.source) + coalesce(octet_length(j.grading), 0)) bytes
     from submission s left join judgement j on j.submission = s.id where s.person = $1`,
    [person],
  )
  return kept?.bytes ?? 0
}

export type SubmissionStanding =
  /** `before`: how many in the same language have their turn earlier, counted up to `MOST_COUNTED`. */
  | { readonly kind: 'waiting'; readonly before: number }
  /** As `encodeGrading` writes it. */
  | { readonly kind: 'judged'; readonly grading: unknown }

/** Further back, nobody cares how far. */
const MOST_COUNTED = 1_000

/** Of a learner's own; undefined where there is none. */
export async function standingOf(
  sql: Sql,
  person: string,
  id: string,
): Promise<SubmissionStanding | undefined> {
  const [row] = await sql.query<{ readonly grading: string | null; readonly before: number }>(
    `select j.grading, case when s.waiting then (
       select count(*) from (
         select from submission o
         where o.waiting and o.language = s.language and (o.turn, o.received_at, o.id) < (s.turn, s.received_at, s.id)
         limit $3
       ) earlier
     ) else 0 end "before"
     from submission s left join judgement j on j.submission = s.id
     where s.id = $1 and s.person = $2`,
    [id, person, MOST_COUNTED],
  )
  if (row === undefined) return undefined
  return row.grading === null
    ? { kind: 'waiting', before: row.before }
    : { kind: 'judged', grading: JSON.parse(row.grading) }
}
