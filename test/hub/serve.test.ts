import { expect, test } from 'vitest'
import { openTestHub } from './open-test-hub.ts'
import { HAS_POSTGRES } from './postgres.ts'

test.skipIf(!HAS_POSTGRES)(
  'what is under way when a hub ends comes to its end, and nobody is let in any more',
  async () => {
    // Longer than the test may take: however slow the machine is, nothing is cut off.
    const { ask, hub, url, close } = await openTestHub({ people: { Ann: 'learner' }, drainMs: 2 ** 31 - 1 })
    const locked = Promise.withResolvers<void>()
    const mayGo = Promise.withResolvers<void>()
    const other = hub.db.transaction(async (sql) => {
      await sql.query('select id from person for update')
      locked.resolve()
      await mayGo.promise
    })
    await locked.promise
    const underWay = ask('Ann', '/v1/hub')
    await expect.poll(() => waitingIn(hub.db)).toBe(1)
    const closed = close()
    await expect(fetch(`${url}/healthz`)).rejects.toThrow()
    mayGo.resolve()
    expect((await underWay).status).toBe(200)
    await Promise.all([closed, other])
  },
)

async function waitingIn(db: {
  query<Row>(text: string): Promise<readonly Row[]>
}): Promise<number | undefined> {
  const [waiting] = await db.query<{ readonly locks: number }>(
    'select count(*) locks from pg_locks where not granted',
  )
  return waiting?.locks
}

test('of each request a hub writes one line, without the token, whoever asks', async () => {
  const { ask, requests, tokens, url, mistakes } = await openTestHub({ people: { Ann: 'learner' } })
  await ask('Ann', '/v1/hub?token=secret')
  await fetch(`${url}/v1/hub`, { headers: { authorization: `Bearer ${tokens['Ann']}x` } })
  await fetch(`${url}/%1b%5b2J%0aforged`)
  expect(requests.map((line) => line.replace(/\d+ ms$/, 'N ms'))).toEqual([
    '2026-11-24T12:00:00.000Z 200 GET /v1/hub N ms',
    '2026-11-24T12:00:00.000Z 401 GET /v1/hub N ms',
    '2026-11-24T12:00:00.000Z 404 GET /%1b%5b2J%0aforged N ms',
  ])
  expect(mistakes).toEqual([])
})
