import { expect, test } from 'vitest'
import { findPerson } from '../../../src/hub/people/find-person.ts'
import { openTestHub } from '../../hub/open-test-hub.ts'
import { openHubLearner } from './open-hub-learner.ts'

test('what the learner says last counts, on whichever machine, and whatever that one had heard before', async () => {
  const { hub, url, tokens } = await openTestHub({ people: { Ann: 'learner' } })
  const { Ann = '' } = tokens
  const [one, other] = [openHubLearner(Ann), openHubLearner(Ann)]
  const shares = async () => (await findPerson(hub.db, Ann))?.shares
  for (const machine of [one, other]) expect(await machine.sync(url)).toMatchObject({ shares: false })
  expect(await one.sync(url, { share: true })).toMatchObject({ shares: true, written: 1 })
  expect(await other.sync(url, { share: false })).toMatchObject({ shares: false, written: 1 })
  expect(await shares()).toBe(false)
  await one.sync(url, { share: true })
  expect(await other.sync(url)).toMatchObject({ shares: true })
  await other.sync(url, { share: false })
  expect(await one.sync(url, { share: true })).toMatchObject({ shares: true })
  expect(await shares()).toBe(true)
  expect(await one.sync(url, { share: false, dryRun: true })).toMatchObject({ shares: false })
  expect(await shares()).toBe(true)
})
