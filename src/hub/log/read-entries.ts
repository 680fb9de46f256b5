import type { EventId } from '../../core/event.ts'
import type { LogEntry } from '../../core/log-entry.ts'
import { STRETCH_LENGTH, type Stretch } from '../../core/stretch.ts'
import type { Sql } from '../database/database.ts'
import { ENTRY_COLUMNS, entryHeld, type HeldEntry } from './held-entry.ts'

export interface StretchRow {
  readonly stretch: Stretch
  readonly entries: number
  readonly digest: string
}

export function stretchesOf(sql: Sql, person: string): Promise<readonly StretchRow[]> {
  return sql.query<StretchRow>(
    'select stretch, entries, digest::text digest from stretch where person = $1 order by stretch',
    [person],
  )
}

/** In order, the first behind `after`. */
export async function idsIn(
  sql: Sql,
  person: string,
  stretches: readonly Stretch[],
  { after, most }: { readonly after: EventId; readonly most: number },
): Promise<readonly EventId[]> {
  const sorted = stretches.toSorted()
  const rows = await sql.query<{ readonly id: EventId }>(
    `select id from entry where person = $1 and id > $2 and id >= $3 and id < $4
     and substr(id, 1, ${STRETCH_LENGTH}) = any($5) order by id limit $6`,
    // No character of an id comes behind a tilde.
    [person, after, sorted[0], `${sorted.at(-1)}~`, sorted, most],
  )
  return rows.map(({ id }) => id)
}

/** Those that are there, in order, as many of the first as have so many bytes together, and one at least. */
export async function entriesOf(
  sql: Sql,
  person: string,
  ids: readonly EventId[],
  mostBytes: number,
): Promise<readonly LogEntry[]> {
  const rows = await sql.query<HeldEntry>(
    `select ${ENTRY_COLUMNS} from entry join (
       select id, sum(octet_length(body) + 300) over (order by id) - octet_length(body) before
       from entry where person = $1 and id = any($2)
     ) sized using (id)
     where person = $1 and before < $3 order by id`,
    [person, ids, mostBytes],
  )
  return rows.map(entryHeld)
}

/** All of a learner's log in order, some at a time: few where each is as large as an entry may be. */
export async function* streamLog(sql: Sql, person: string): AsyncGenerator<LogEntry> {
  let after = ''
  for (;;) {
    const rows = await sql.query<HeldEntry>(
      `select ${ENTRY_COLUMNS} from (
         select *, sum(octet_length(body)) over (order by id) - octet_length(body) before
         from (select * from entry where person = $1 and id > $2 order by id limit $3) page
       ) sized
       where before < $4 order by id`,
      [person, after, ROWS_AT_A_TIME, BYTES_AT_A_TIME],
    )
    const last = rows.at(-1)
    if (last === undefined) return
    yield* rows.map(entryHeld)
    after = last.id
  }
}

const ROWS_AT_A_TIME = 1_000
const BYTES_AT_A_TIME = 2 ** 23
