import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { joinedHubs } from '../../../src/app/hub/joined-hubs.ts'
import { lastSyncedAt } from '../../../src/app/sync/last-sync.ts'
import { openSharedFolder } from '../../../src/app/sync/shared-folder.ts'
import { syncNow } from '../../../src/app/sync/sync-now.ts'
import type { CardId } from '../../../src/core/ids.ts'
import { streamLog } from '../../../src/hub/log/read-entries.ts'
import { findPerson } from '../../../src/hub/people/find-person.ts'
import { invite } from '../../../src/hub/people/invite.ts'
import { HUB_COURSE, openTestHub, type TestHub } from '../../hub/open-test-hub.ts'
import { answer, START } from '../../store/study.ts'
import { sharedPath } from '../sync/open-learner.ts'
import { openBreakingProxy } from './breaking-proxy.ts'
import { copyOfPerson } from './copy-of-person.ts'
import { type HubLearner, openHubLearner } from './open-hub-learner.ts'

const CARD = 'adam/a' as CardId

async function entriesOf({ hub }: TestHub, token = '') {
  const person = await findPerson(hub.db, token)
  const entries: unknown[] = []
  for await (const entry of streamLog(hub.db, person?.id ?? '')) entries.push(entry)
  return entries
}

async function tables({ hub }: TestHub): Promise<string> {
  const all = ['person', 'entry', 'stretch', 'submission', 'progress']
  const rows = await Promise.all(all.map((table) => hub.db.query(`select * from ${table}`)))
  return JSON.stringify(rows)
}

async function syncFolder({ deps }: HubLearner, path: string) {
  const how = { encrypt: false, mayMake: true, dryRun: false, askPassphrase: async () => '' }
  const folder = await openSharedFolder(deps, path, how)
  return syncNow(deps, folder, { dryRun: false, graders: false, onProgress: () => undefined })
}

test('of two learners neither sees what the other records', async () => {
  const hub = await openTestHub({ people: { Ann: 'learner', Ben: 'learner' } })
  const [ann, ben] = [openHubLearner(hub.tokens['Ann'] ?? ''), openHubLearner(hub.tokens['Ben'] ?? '')]
  answer(ann.deps.store, CARD, 'good', START)
  answer(ben.deps.store, 'nms/c' as CardId, 'hard', START)
  for (const learner of [ann, ben, ann, ben]) await learner.sync(hub.url)
  expect(ann.entries()).toHaveLength(1)
  expect(ben.entries()).toHaveLength(1)
  expect(await entriesOf(hub, hub.tokens['Ann'])).toEqual(ann.entries())
  expect(await entriesOf(hub, hub.tokens['Ben'])).toEqual(ben.entries())
})

test('what is of one machine, or was said to another hub, stays', async () => {
  const hub = await openTestHub({ people: { Ann: 'learner' } })
  const [one, other] = [openHubLearner(hub.tokens['Ann'] ?? ''), openHubLearner(hub.tokens['Ann'] ?? '')]
  const { store, now } = one.deps
  store.configure('python', '/opt/python', now())
  store.configure('new-per-day', '7', now())
  store.sayToHub({ kind: 'consent', member: 'elsewhere', given: true }, now())
  expect(await one.sync(hub.url)).toMatchObject({ written: 1 })
  expect(await one.sync(hub.url)).toMatchObject({ written: 0 })
  expect(await other.sync(hub.url)).toMatchObject({ taken: { added: 1 } })
  expect(other.entries().map(({ subject }) => subject)).toEqual(['new-per-day'])
})

test('a sync that only says what would happen changes nothing here or there', async () => {
  const hub = await openTestHub({ people: { Ann: 'learner' } })
  const [one, other] = [openHubLearner(hub.tokens['Ann'] ?? ''), openHubLearner(hub.tokens['Ann'] ?? '')]
  answer(one.deps.store, CARD, 'good', START)
  expect(await one.sync(hub.url, { dryRun: true, share: true })).toMatchObject({ written: 1 })
  expect(one.deps.store.hubs.memberships()).toEqual([])
  expect(one.entries()).toHaveLength(1)
  expect(await entriesOf(hub, hub.tokens['Ann'])).toEqual([])
  await one.sync(hub.url)
  expect(await other.sync(hub.url, { dryRun: true })).toMatchObject({ taken: { added: 1 }, written: 0 })
  expect(other.entries()).toEqual([])
})

test('consent is given, heard on every machine and taken back', async () => {
  const hub = await openTestHub({ people: { Ann: 'learner' } })
  const token = hub.tokens['Ann'] ?? ''
  const [one, other] = [openHubLearner(token), openHubLearner(token)]
  const shares = async () => (await findPerson(hub.hub.db, token))?.shares
  expect(await one.sync(hub.url)).toMatchObject({ shares: false })
  expect(await one.sync(hub.url, { share: false })).toMatchObject({ written: 0 })
  expect(await one.sync(hub.url, { share: true })).toMatchObject({ shares: true, written: 1 })
  expect(await shares()).toBe(true)
  expect(await one.sync(hub.url, { share: true })).toMatchObject({ shares: true, written: 0 })
  expect(await other.sync(hub.url)).toMatchObject({ shares: true })
  expect(joinedHubs(other.deps)).toMatchObject([
    { url: hub.url, course: HUB_COURSE, name: 'Ann', shares: true },
  ])
  other.deps.clock.at += 1000
  expect(await other.sync(hub.url, { share: false })).toMatchObject({ shares: false })
  expect(await shares()).toBe(false)
  expect(await one.sync(hub.url)).toMatchObject({ shares: false })
})

test('who leaves is forgotten there and on each machine, and keeps what was recorded', async () => {
  const hub = await openTestHub({ people: { Annabel: 'learner' } })
  const token = hub.tokens['Annabel'] ?? ''
  const [one, other] = [openHubLearner(token), openHubLearner(token)]
  answer(one.deps.store, CARD, 'good', START)
  await one.sync(hub.url, { share: true })
  await other.sync(hub.url)
  answer(other.deps.store, CARD, 'again', START + 1000)
  await one.leave(hub.url)
  expect(one.deps.store.hubs.memberships()).toEqual([])
  expect(JSON.stringify(one.deps.store.hubs.memberships())).not.toContain(token)
  expect(await tables(hub)).not.toMatch(/Annabel|adam/)
  await expect(other.sync(hub.url)).rejects.toThrow('You have left this hub, or were removed')
  expect(other.deps.store.hubs.memberships()).toEqual([])
  expect(other.entries()).toHaveLength(3)
  expect(await tables(hub)).not.toMatch(/Annabel|adam/)
  expect(lastSyncedAt(other.deps)).toBeUndefined()
})

test('a hub that cannot be reached hears at the next sync that somebody left', async () => {
  const hub = await openTestHub({ people: { Ann: 'learner' } })
  const proxy = await openBreakingProxy(hub.url)
  const one = openHubLearner(hub.tokens['Ann'] ?? '')
  answer(one.deps.store, CARD, 'good', START)
  await one.sync(proxy.url)
  proxy.breakAt(0, 'before')
  await expect(one.leave(proxy.url)).rejects.toThrow('cannot be reached')
  proxy.mend()
  answer(one.deps.store, CARD, 'good', START + 1000)
  expect(await one.sync(proxy.url)).toEqual({ kind: 'left' })
  expect(one.deps.store.hubs.memberships()).toEqual([])
  expect(await entriesOf(hub, hub.tokens['Ann'])).toEqual([])
})

test('a hub that was set back to before is told again by whichever machine knows it', async () => {
  const hub = await openTestHub({ people: { Ann: 'learner' } })
  const token = hub.tokens['Ann'] ?? ''
  const person = (await findPerson(hub.hub.db, token))?.id ?? ''
  const [one, other] = [openHubLearner(token), openHubLearner(token)]
  const folder = sharedPath()
  answer(one.deps.store, CARD, 'good', START)
  for (const machine of [one, other]) await machine.sync(hub.url)
  const setBack = await copyOfPerson(hub.hub.db, person)
  await one.leave(hub.url)
  await setBack()
  expect(await entriesOf(hub, token)).toHaveLength(1)
  await syncFolder(one, folder)
  await syncFolder(other, folder)
  expect(await other.sync(hub.url)).toEqual({ kind: 'left' })
  expect(await entriesOf(hub, token)).toEqual([])
  await setBack()
  await one.leave(hub.url)
  expect(await entriesOf(hub, token)).toEqual([])
})

test('who comes back is somebody else: neither the old consent nor the old leave counts', async () => {
  const hub = await openTestHub({ people: { Ann: 'learner' } })
  const one = openHubLearner(hub.tokens['Ann'] ?? '')
  answer(one.deps.store, CARD, 'good', START)
  await one.sync(hub.url, { share: true })
  await one.leave(hub.url)
  const { token } = await invite(
    hub.hub.db,
    { name: randomUUID(), role: 'learner', course: HUB_COURSE },
    hub.clock.at,
  )
  const back = openHubLearner(token)
  back.deps.store.accept(one.entries(), () => undefined)
  expect(await back.sync(hub.url)).toMatchObject({ kind: 'synced', shares: false, written: 1 })
  expect(await findPerson(hub.hub.db, token)).toMatchObject({ shares: false, leftAt: null })
  expect(await entriesOf(hub, token)).toHaveLength(1)
})

test('a connection that was closed while it was kept is no trouble', async () => {
  const hub = await openTestHub({ people: { Ann: 'learner' } })
  const proxy = await openBreakingProxy(hub.url)
  const one = openHubLearner(hub.tokens['Ann'] ?? '')
  answer(one.deps.store, CARD, 'good', START)
  proxy.breakOnceAt(2, 'after')
  expect(await one.sync(proxy.url)).toMatchObject({ kind: 'synced' })
  expect(await entriesOf(hub, hub.tokens['Ann'])).toEqual(one.entries())
})
