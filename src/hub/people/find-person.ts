import type { Instant } from '../../core/day.ts'
import type { Sql } from '../database/database.ts'
import type { Person } from './person.ts'
import { tokenHash } from './token.ts'

/** Undefined where nobody has that token. */
export async function findPerson(sql: Sql, token: string): Promise<Person | undefined> {
  const [person] = await sql.query<Person>(`select ${PERSON_COLUMNS} from person where token_hash = $1`, [
    tokenHash(token),
  ])
  return person
}

/** A write of its own is worth it once in a while, not with each request. */
const SEEN_WITHIN_MS = 600_000

export async function sawPerson(sql: Sql, { id, seenAt }: Person, now: Instant): Promise<void> {
  if (seenAt !== null && Math.abs(now - seenAt) < SEEN_WITHIN_MS) return
  await sql.query('update person set seen_at = $2 where id = $1', [id, now])
}

export const PERSON_COLUMNS = 'id, course, name, role, shares, left_at as "leftAt", seen_at as "seenAt"'
