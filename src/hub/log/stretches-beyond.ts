import type { Stretch } from '../../core/stretch.ts'
import type { Sql } from '../database/database.ts'

/** Somebody's who learns around the clock for fifty years. The list of all goes to each machine at each sync. */
const MOST_STRETCHES_HELD = 50_000

/** Which of these stretches a log has no more room to begin. */
export async function stretchesBeyond(
  sql: Sql,
  person: string,
  stretches: ReadonlySet<Stretch>,
): Promise<ReadonlySet<Stretch>> {
  const [held] = await sql.query<{ readonly count: number }>(
    'select count(*) "count" from stretch where person = $1',
    [person],
  )
  if ((held?.count ?? 0) + stretches.size <= MOST_STRETCHES_HELD) return new Set()
  const rows = await sql.query<{ readonly stretch: Stretch }>(
    'select stretch from stretch where person = $1 and stretch = any($2)',
    [person, [...stretches]],
  )
  const known = new Set(rows.map(({ stretch }) => stretch))
  return new Set([...stretches].filter((stretch) => !known.has(stretch)))
}
