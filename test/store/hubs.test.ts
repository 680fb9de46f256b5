import { expect, onTestFinished, test } from 'vitest'
import { parseEntry } from '../../src/core/parse-entry.ts'
import { createStore } from '../../src/store/create-store.ts'
import type { Membership } from '../../src/store/hubs.ts'
import { openDatabase } from '../../src/store/open-database.ts'

const AGREED = { stretch: '01KBX', entries: 3, entriesThere: 2, digestThere: '-7' }

function membership(member: string, url: string, usedAt: number): Membership {
  const syncedAt = usedAt > 1 ? usedAt : undefined
  return { member, url, token: `token of ${member}`, course: 'Vision', name: 'Ada', usedAt, syncedAt }
}

function openHubs() {
  const store = createStore(openDatabase(':memory:'))
  onTestFinished(() => void store.close())
  return store.hubs
}

test('of the hubs of a learner the one that was last used comes first', () => {
  const hubs = openHubs()
  hubs.keep(membership('one', 'https://one', 1))
  hubs.keep(membership('two', 'https://two', 2))
  expect(hubs.memberships().map(({ member }) => member)).toEqual(['two', 'one'])
  hubs.keep(membership('one', 'https://one', 3))
  expect(hubs.memberships().map(({ member }) => member)).toEqual(['one', 'two'])
})

test('what was agreed with a hub stays when it moves to another address, and goes with the membership', () => {
  const hubs = openHubs()
  hubs.keep(membership('one', 'https://one', 1))
  hubs.agree('one', [AGREED, { ...AGREED, stretch: '01KBY' }])
  hubs.agree('one', [{ ...AGREED, entries: 4 }])
  hubs.keep(membership('one', 'https://moved', 2))
  expect(hubs.agreed('one').get('01KBX')).toEqual({ ...AGREED, entries: 4 })
  expect(hubs.agreed('one').size).toBe(2)
  hubs.forget('one')
  expect(hubs.memberships()).toEqual([])
  hubs.keep(membership('one', 'https://one', 3))
  expect(hubs.agreed('one').size).toBe(0)
})

test('a new membership takes the place of the one at the same address', () => {
  const hubs = openHubs()
  hubs.keep(membership('one', 'https://one', 1))
  hubs.agree('one', [AGREED])
  hubs.keep(membership('other', 'https://one', 2))
  expect(hubs.memberships()).toEqual([membership('other', 'https://one', 2)])
  expect(hubs.agreed('one').size).toBe(0)
})

test('however far ahead the clock of another machine was, a hub takes what the learner says after it', () => {
  const store = createStore(openDatabase(':memory:'))
  onTestFinished(() => void store.close())
  const now = { at: 1, offsetMin: 0 }
  const last = {
    ...{ id: '76EZ91ZPZZZZZZZZZZZZZZZZZZ', device: 'd', kind: 'hint', version: 1, at: 1, offsetMin: 0 },
    ...{ subject: 'adam', body: {} },
  }
  expect(parseEntry(last).kind).toBe('entry')
  store.accept([last], () => undefined)
  for (let time = 0; time < 3; time++)
    expect(parseEntry(store.sayToHub({ kind: 'leave', member: 'one' }, now)).kind).toBe('entry')
})
