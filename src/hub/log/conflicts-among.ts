import { isDeepStrictEqual } from 'node:util'
import type { EventId } from '../../core/event.ts'
import type { LogEntry } from '../../core/log-entry.ts'
import type { Sql } from '../database/database.ts'
import { entriesOf } from './read-entries.ts'

/** Those that are there come so much at a time: they may be far larger than what was sent under their ids. */
const BYTES_AT_A_TIME = 2 ** 23

/** Of those that are there already: which are there with other contents. */
export async function conflictsAmong(
  sql: Sql,
  person: string,
  entries: readonly LogEntry[],
): Promise<readonly EventId[]> {
  const conflicts: EventId[] = []
  let waiting = entries
  while (waiting.length > 0) {
    const ids = waiting.map(({ id }) => id)
    const held = new Map((await entriesOf(sql, person, ids, BYTES_AT_A_TIME)).map((one) => [one.id, one]))
    for (const entry of waiting) {
      const known = held.get(entry.id)
      if (known !== undefined && !isDeepStrictEqual(known, entry)) conflicts.push(entry.id)
    }
    const last = [...held.keys()].at(-1)
    waiting = last === undefined ? [] : waiting.filter(({ id }) => id > last)
  }
  return conflicts
}
