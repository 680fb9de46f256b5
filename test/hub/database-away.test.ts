import { expect, onTestFinished, test } from 'vitest'
import { openPostgres } from '../../src/hub/database/open-postgres.ts'
import { openHub } from '../../src/hub/hub.ts'
import { freshDatabase } from './fresh-database.ts'
import { openTestHub } from './open-test-hub.ts'
import { HAS_POSTGRES, startPostgres } from './postgres.ts'

test.skipIf(!HAS_POSTGRES)('a hub whose database goes away says so until it is back', async () => {
  const postgres = await startPostgres({ isDurable: true })
  onTestFinished(postgres.end)
  const { ask, hub, mistakes, url } = await openTestHub({
    people: { Ann: 'learner' },
    database: postgres.urlOf('postgres'),
  })
  // Under way while it goes: it must not end the hub.
  const asleep = hub.db.transaction((sql) => sql.query('select pg_sleep(600)'))
  await Promise.all([postgres.kill(), expect(asleep).rejects.toThrow()])
  const refused = await ask('Ann', '/v1/hub')
  expect(refused.status).toBe(503)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await refused.json()).toMatchObject({
    message: { en: 'The hub cannot reach its database just now.' },
  })
  expect((await fetch(`${url}/healthz`)).status).toBe(503)
  await postgres.start()
  expect((await ask('Ann', '/v1/hub')).status).toBe(200)
  expect(mistakes).toEqual([])
})

test.skipIf(!HAS_POSTGRES)(
  'hubs and workers that start at once on an empty database make it once',
  async () => {
    const url = await freshDatabase()
    const dbs = Array.from({ length: 4 }, () => openPostgres(url))
    onTestFinished(async () => void (await Promise.all(dbs.map((db) => db.close()))))
    const hubs = await Promise.all(dbs.map((db) => openHub(db, () => 0)))
    expect(new Set(hubs.map(({ id }) => id)).size).toBe(1)
  },
)

test.skipIf(!HAS_POSTGRES)('a database that a newer hub made is left alone', async () => {
  const { hub } = await openTestHub({ database: await freshDatabase() })
  await hub.db.query('insert into hub_schema values (999)')
  await expect(openHub(hub.db, () => 0)).rejects.toThrow(
    'The database of the hub was made by a newer version of Anneal.',
  )
})
