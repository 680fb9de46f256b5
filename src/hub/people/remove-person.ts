import type { Instant } from '../../core/day.ts'
import type { Database } from '../database/database.ts'
import { forgetPerson } from './forget-person.ts'
import { type PersonName, personNamed } from './person-named.ts'

export interface Removed {
  readonly name: string
  readonly course: string
}

/** As if they had left. @throws Problem where nobody is called that */
export function removePerson(db: Database, who: PersonName, now: Instant): Promise<Removed> {
  return db.transaction(async (sql) => {
    const { id, name, course } = await personNamed(sql, who)
    // Whoever pushes for them at the same time has come to an end before, or hears that they have left.
    await sql.query('select id from person where id = $1 for update', [id])
    await forgetPerson(sql, id, now)
    return { name, course }
  })
}
