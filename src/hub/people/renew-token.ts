import type { Database } from '../database/database.ts'
import type { Invited } from './invite.ts'
import { type PersonName, personNamed } from './person-named.ts'
import { newToken, tokenHash } from './token.ts'

/**
 * From here on their former token is nobody's, and who signed in with it is out.
 * @throws Problem where nobody is called that
 */
export function renewToken(db: Database, who: PersonName): Promise<Invited> {
  return db.transaction(async (sql) => {
    const { id, name, role, course } = await personNamed(sql, who)
    const token = newToken()
    await sql.query('update person set token_hash = $2 where id = $1', [id, tokenHash(token)])
    await sql.query('delete from session where person = $1', [id])
    return { name, role, course, token }
  })
}
