import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LogEntry } from '../../../src/core/log-entry.ts'
import { stretchOf } from '../../../src/core/stretch.ts'
import { streamLog, stretchesOf } from '../../../src/hub/log/read-entries.ts'
import { findPerson } from '../../../src/hub/people/find-person.ts'
import { invite } from '../../../src/hub/people/invite.ts'
import { idDigest } from '../../../src/interop/hub/id-digest.ts'
import { HUB_COURSE, openTestHub, type TestHub } from '../../hub/open-test-hub.ts'
import { runs } from '../../seed.ts'
import { perform, studySteps } from '../../store/study.ts'
import { BREAKS, openBreakingProxy } from './breaking-proxy.ts'
import { copyOfPerson } from './copy-of-person.ts'
import { type HubLearner, openHubLearner } from './open-hub-learner.ts'

async function newLearner({ hub }: TestHub) {
  const { token } = await invite(
    hub.db,
    { name: randomUUID(), role: 'learner', course: HUB_COURSE },
    hub.now(),
  )
  const person = (await findPerson(hub.db, token))?.id ?? ''
  const machines = Array.from({ length: 3 }, () => openHubLearner(token)) as [
    HubLearner,
    HubLearner,
    HubLearner,
  ]
  return { token, person, machines }
}

async function entriesThere({ hub }: TestHub, person: string) {
  const entries: LogEntry[] = []
  for await (const entry of streamLog(hub.db, person)) entries.push(entry)
  return entries
}

const days = fc.array(
  fc.record({
    machine: fc.nat(2),
    steps: studySteps,
    syncs: fc.boolean(),
    broken: fc.option(fc.record({ others: fc.nat(7), how: fc.constantFrom(...BREAKS) })),
    setBack: fc.constantFrom('nothing', 'nothing', 'hub', 'machine'),
  }),
  { maxLength: 7 },
)

test('machines and their hub end with the same log, whoever syncs when, whatever breaks, whoever is set back', async () => {
  const hub = await openTestHub()
  const proxy = await openBreakingProxy(hub.url)
  await fc.assert(
    fc.asyncProperty(days, async (course) => {
      proxy.mend()
      const { person, machines } = await newLearner(hub)
      let setBackHub = await copyOfPerson(hub.hub.db, person)
      const setBack = machines.map((machine) => machine.copy())
      for (const day of course) {
        const one = machines[day.machine] as HubLearner
        perform(one.deps.store, day.steps)
        if (day.broken) proxy.breakAt(day.broken.others, day.broken.how)
        if (day.syncs) await one.sync(proxy.url).catch(expectUnreached)
        proxy.mend()
        if (day.setBack === 'hub') await setBackHub()
        if (day.setBack === 'machine') setBack[day.machine]?.()
        setBackHub = await copyOfPerson(hub.hub.db, person)
        setBack[day.machine] = one.copy()
      }
      const known = new Set(
        [...machines.flatMap((machine) => machine.entries()), ...(await entriesThere(hub, person))].map(
          ({ id }) => id,
        ),
      )
      for (const machine of [...machines, ...machines]) await machine.sync(proxy.url)
      const there = await entriesThere(hub, person)
      expect(new Set(there.map(({ id }) => id))).toEqual(known)
      expect(await stretchesOf(hub.hub.db, person)).toEqual(stretchesIn(there.map(({ id }) => id)))
      for (const machine of machines) {
        expect(machine.entries()).toEqual(there)
        expect(machine.deps.store.drifted()).toEqual([])
        const before = proxy.requests()
        expect(await machine.sync(proxy.url)).toMatchObject({ taken: { added: 0, known: 0 }, written: 0 })
        expect(proxy.requests() - before).toBe(2)
      }
    }),
    { numRuns: runs(15) },
  )
})

function expectUnreached(error: Error): void {
  expect(error.message).toMatch(/cannot be reached|no hub of Anneal/)
}

function stretchesIn(ids: readonly string[]) {
  return [...Map.groupBy(ids, stretchOf)].map(([stretch, inside]) => ({
    stretch,
    entries: inside.length,
    digest: String(idDigest(inside)),
  }))
}
