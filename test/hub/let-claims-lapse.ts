import type { Sql } from '../../src/hub/database/database.ts'

/** As after the time within which a worker that lives says that it is still at a job. */
export async function letClaimsLapse(sql: Sql): Promise<void> {
  await sql.query(
    `update pgboss.job set heartbeat_on = heartbeat_on - interval '1 hour' where state = 'active'`,
  )
}
