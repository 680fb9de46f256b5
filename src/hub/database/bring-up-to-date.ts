import { Problem } from '../../core/problem.ts'
import { codeOf } from '../../core/system-error.ts'
import type { Database } from './database.ts'
import { firstTables } from './migrations/0001-hub.ts'
import { filesOfBlobs } from './migrations/0002-files-of-blobs.ts'
import { teacherTables } from './migrations/0003-teacher.ts'
import { oneOfAName } from './migrations/0004-one-of-a-name.ts'
import { waitingSubmissions } from './migrations/0005-waiting-submissions.ts'
import { turnsOfSubmissions } from './migrations/0006-turns.ts'

/** Append only. */
const MIGRATIONS: readonly (readonly string[])[] = [
  firstTables,
  filesOfBlobs,
  teacherTables,
  oneOfAName,
  waitingSubmissions,
  turnsOfSubmissions,
]

/**
 * Brings the tables to the present form; two hubs that start at once do each step once.
 * @throws Problem where a newer version has made them
 */
export async function bringUpToDate(db: Database): Promise<void> {
  await makeOnce(db, 'create table if not exists hub_schema (version integer primary key)')
  const [newest] = await db.query<{ readonly version: number | null }>(
    'select max(version) "version" from hub_schema',
  )
  if ((newest?.version ?? 0) > MIGRATIONS.length) throw MADE_BY_NEWER
  for (const [index, statements] of MIGRATIONS.entries()) {
    await db.transaction(async (sql) => {
      // Waits for whoever is at the same step.
      const claimed = await sql.query(
        'insert into hub_schema values ($1) on conflict do nothing returning version',
        [index + 1],
      )
      if (claimed.length === 0) return
      for (const statement of statements) await sql.query(statement)
    })
  }
}

/** Of two that make a table at the same moment Postgres refuses one, `if not exists` or not. */
async function makeOnce(db: Database, statement: string): Promise<void> {
  try {
    await db.query(statement)
  } catch (error) {
    if (!MADE_MEANWHILE.has(codeOf(error) ?? '')) throw error
  }
}

/** unique_violation in the catalogue; duplicate_table; duplicate_object, of the type that comes with a table. */
const MADE_MEANWHILE = new Set(['23505', '42P07', '42710'])

const MADE_BY_NEWER = new Problem(
  {
    en: 'The database of the hub was made by a newer version of Anneal.',
    zh: '该 hub 的数据库由较新版本的 Anneal 创建。',
  },
  {
    remedy: {
      en: 'Upgrade Anneal here, or restore a backup that was made before.',
      zh: '请升级这里的 Anneal，或恢复升级之前的备份。',
    },
  },
)
