import type { Instant } from '../../core/day.ts'
import type { Sql } from '../database/database.ts'
import type { Person } from './person.ts'

/** One who has a token and has not left, as whoever runs the hub sees them. */
export interface ListedPerson extends Pick<Person, 'name' | 'role' | 'course' | 'shares'> {
  readonly entries: number
  readonly bytes: number
  readonly seenAt: Instant | null
}

export function listPeople(sql: Sql): Promise<readonly ListedPerson[]> {
  return sql.query<ListedPerson>(
    `select name, role, course, shares, entries, entry_bytes bytes, seen_at "seenAt"
     from person where left_at is null order by course, role desc, name`,
  )
}
