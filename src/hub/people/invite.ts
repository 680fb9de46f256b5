import { randomUUID } from 'node:crypto'
import type { Instant } from '../../core/day.ts'
import type { Database } from '../database/database.ts'
import type { PersonRole } from './person.ts'
import { newToken, tokenHash } from './token.ts'

export interface Invited {
  readonly name: string
  readonly role: PersonRole
  readonly course: string
  /** Shown once: what is kept of it is its hash. */
  readonly token: string
}

/** Makes the course where there is none of that name. */
export async function invite(
  db: Database,
  { name, role, course }: Omit<Invited, 'token'>,
  now: Instant,
): Promise<Invited> {
  const token = newToken()
  await db.transaction(async (sql) => {
    await sql.query('insert into course values ($1, $1, $2) on conflict do nothing', [course, now])
    await sql.query(
      'insert into person (id, course, name, role, token_hash, made_at) values ($1, $2, $3, $4, $5, $6)',
      [randomUUID(), course, name, role, tokenHash(token), now],
    )
  })
  return { name, role, course, token }
}
