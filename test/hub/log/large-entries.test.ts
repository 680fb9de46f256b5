import { expect, test } from 'vitest'
import type { LogEntry } from '../../../src/core/log-entry.ts'
import type { Sql } from '../../../src/hub/database/database.ts'
import { conflictsAmong } from '../../../src/hub/log/conflicts-among.ts'
import { streamLog } from '../../../src/hub/log/read-entries.ts'
import { openTestHub } from '../open-test-hub.ts'
import { personCalled, pushAll, saying } from '../share-log.ts'

test('of a log of large entries few are held at a time, and none is left out', async () => {
  const { hub, clock } = await openTestHub({ people: { Ann: 'learner' } })
  const ann = await personCalled(hub, 'Ann')
  const large = Array.from({ length: 20 }, (_, at): LogEntry => {
    const body = { text: 'x'.repeat(1_900_000) }
    return { ...saying('consent', ann, clock.at + at), kind: 'later', body }
  })
  for (const entry of large) await pushAll(hub, ann, [entry])
  let most = 0
  const watched: Sql = {
    query: async (text, values) => {
      const rows = await hub.db.query(text, values)
      most = Math.max(most, rows.length)
      return rows as never
    },
  }
  const ids = large.map(({ id }) => id)
  const streamed: string[] = []
  for await (const { id } of streamLog(watched, ann)) streamed.push(id)
  expect(streamed).toEqual(ids)
  const small = large.map((entry, at) => (at % 2 === 0 ? { ...entry, body: {} } : entry))
  expect(await conflictsAmong(watched, ann, small)).toEqual(ids.filter((_, at) => at % 2 === 0))
  expect(most).toBeGreaterThan(0)
  expect(most).toBeLessThan(6)
})
