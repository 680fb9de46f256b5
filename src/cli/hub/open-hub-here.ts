import { join } from 'node:path'
import { Problem } from '../../core/problem.ts'
import type { Database } from '../../hub/database/database.ts'
import { openPostgres } from '../../hub/database/open-postgres.ts'
import { type Hub, openHub } from '../../hub/hub.ts'
import { placesHere } from '../folders.ts'

/** The hub of DATABASE_URL, else the one within this process. @throws Problem where its database is not to be had */
export async function openHubHere(): Promise<Hub> {
  const url = process.env['DATABASE_URL']
  const db = url === undefined || url === '' ? await embedded() : openPostgres(url)
  try {
    return await openHub(db, Date.now)
  } catch (error) {
    await db.close()
    throw unreachableDatabase(error)
  }
}

async function embedded(): Promise<Database> {
  const { openEmbedded } = await import('../../hub/database/open-embedded.ts')
  return await openEmbedded(join(placesHere().data, 'hub', 'database'))
}

function unreachableDatabase(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  return new Problem(
    {
      en: `The database of the hub cannot be used (${error.code}: ${error.message}).`,
      zh: `无法使用 hub 的数据库（${error.code}：${error.message}）。`,
    },
    {
      remedy: {
        en: 'Start it, and check DATABASE_URL (postgres://user:password@host/name).',
        zh: '请启动数据库，并检查 DATABASE_URL（postgres://user:password@host/name）。',
      },
      cause: error,
    },
  )
}
