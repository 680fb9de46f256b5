import type { Instant } from '../../core/day.ts'
import type { Sql } from '../database/database.ts'
import { PERSON_COLUMNS } from './find-person.ts'
import type { Person } from './person.ts'
import { newToken, tokenHash } from './token.ts'

/** How long a teacher who signed in stays so. */
export const WEB_SESSION_MS = 12 * 3_600_000

/** Returns what the browser shows from now on. Nobody but it knows it: kept is its hash, as of a person's token. */
export async function openWebSession(sql: Sql, { id }: Person, now: Instant): Promise<string> {
  const token = newToken()
  await sql.query('delete from session where expires_at <= $1', [now])
  await sql.query('insert into session values ($1, $2, $3)', [tokenHash(token), id, now + WEB_SESSION_MS])
  return token
}

/** Undefined where it has ended, or never was. */
export async function personOfWebSession(sql: Sql, token: string, now: Instant): Promise<Person | undefined> {
  const [person] = await sql.query<Person>(
    `select ${PERSON_COLUMNS} from person join session on session.person = person.id
     where session.token_hash = $1 and session.expires_at > $2`,
    [tokenHash(token), now],
  )
  return person
}

export async function endWebSession(sql: Sql, token: string): Promise<void> {
  await sql.query('delete from session where token_hash = $1', [tokenHash(token)])
}
