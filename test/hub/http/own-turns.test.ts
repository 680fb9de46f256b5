import { expect, test } from 'vitest'
import { encodeEntries } from '../../../src/interop/hub/entry-lines.ts'
import { openTestHub } from '../open-test-hub.ts'
import { HAS_POSTGRES } from '../postgres.ts'

test.skipIf(!HAS_POSTGRES)(
  'however much of one learner waits for the database, another is answered',
  async () => {
    const { ask, hub } = await openTestHub({ people: { Ann: 'learner', Bob: 'learner' } })
    await Promise.all(['Ann', 'Bob'].map((name) => ask(name, '/v1/hub')))
    const locked = Promise.withResolvers<void>()
    const mayGo = Promise.withResolvers<void>()
    const other = hub.db.transaction(async (sql) => {
      await sql.query(`select id from person where name = 'Ann' for update`)
      locked.resolve()
      await mayGo.promise
    })
    await locked.promise
    const body = Buffer.from(encodeEntries([]))
    const pushes = Array.from({ length: 30 }, () => ask('Ann', '/v1/entries', { method: 'POST', body }))
    for (let time = 0; time < 30; time++) expect((await ask('Bob', '/v1/hub')).status).toBe(200)
    mayGo.resolve()
    expect(new Set((await Promise.all(pushes)).map(({ status }) => status))).toEqual(new Set([200]))
    await other
  },
)
