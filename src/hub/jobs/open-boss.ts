import { fromPglite, PgBoss } from 'pg-boss'
import type { Database, Sql } from '../database/database.ts'
import { GRADE_QUEUES, LOOK_SECONDS } from './grade-queues.ts'

const CONNECTIONS = 4

interface BossSetting {
  /** A hub makes the tables of the queues, or brings them up to date; a worker finds them. */
  readonly role: 'hub' | 'worker'
  /** What goes wrong meanwhile, and goes on all the same. */
  readonly onTrouble: (error: Error) => void
}

/**
 * The queues in the database of a hub, with connections of their own. It ends by `stop`.
 * @throws whatever is wrong with the database
 */
export async function openBoss(db: Database, { role, onTrouble }: BossSetting): Promise<PgBoss> {
  const boss = new PgBoss({
    ...(await engineOf(db)),
    migrate: role === 'hub',
    schedule: false,
    registerInstance: false,
    superviseIntervalSeconds: LOOK_SECONDS,
    monitorIntervalSeconds: LOOK_SECONDS,
  })
  boss.on('error', onTrouble)
  boss.on('warning', ({ message }) => onTrouble(new Error(message)))
  try {
    await boss.start()
    if (role === 'hub') await makeQueues(boss)
    return boss
  } catch (error) {
    await boss.stop({ graceful: false })
    throw error
  }
}

/** Also those that an older version made otherwise. */
async function makeQueues(boss: PgBoss): Promise<void> {
  for (const { name, deadLetter, ...options } of GRADE_QUEUES) {
    await boss.createQueue(name, { ...options, ...(deadLetter !== undefined && { deadLetter }) })
    await boss.updateQueue(name, options)
  }
}

async function engineOf(db: Database) {
  if (db.engine.kind === 'embedded') return { db: fromPglite(db.engine.lite), backend: 'pglite' } as const
  const [server] = await db.query<{ readonly version: string }>('select version()')
  const isCockroach = server?.version.startsWith('CockroachDB') === true
  return {
    connectionString: db.engine.url,
    max: CONNECTIONS,
    application_name: 'anneal',
    backend: isCockroach ? 'cockroachdb' : 'postgres',
  } as const
}

/** What is sent by it becomes true with the transaction. */
export function within(sql: Sql) {
  return {
    executeSql: async (text: string, values?: readonly unknown[]) => ({
      rows: [...(await sql.query<object>(text, values))],
    }),
  }
}
