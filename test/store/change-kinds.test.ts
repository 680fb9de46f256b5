import { ulid } from 'ulid'
import { describe, expect, onTestFinished, test } from 'vitest'
import { acceptEvents } from '../../src/app/accept-events.ts'
import { UNSEEN_CARD } from '../../src/core/card-state.ts'
import { DAY_MS } from '../../src/core/day.ts'
import type { CardChange } from '../../src/core/event.ts'
import type { CardId } from '../../src/core/ids.ts'
import { INITIAL_PARAMETERS, withRetention } from '../../src/core/parameters-by-scope.ts'
import { SCOPES } from '../../src/core/scheduling-parameters.ts'
import { createStore, type Store } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { SAMPLE_EXERCISE, SAMPLE_EXERCISE_EVENTS, sampleChanges } from '../core/sample-changes.ts'
import { answer, moment, START } from './study.ts'

const CARD = 'adam/a' as CardId

/** One with a card that was reviewed. */
function openStore() {
  const store = createStore(openDatabase(':memory:'))
  onTestFinished(() => void store.close())
  const { state, event } = answer(store, CARD, 'easy', START)
  if (state.memory.kind !== 'review') throw new Error('It is on steps.')
  return { store, reviewed: state, review: event, changes: sampleChanges(moment(START), state.memory.dueDay) }
}

function change(store: Store, made: CardChange) {
  const result = store.recordCard(CARD, made, moment(START + 2 * DAY_MS), store.card(CARD))
  if (result.kind !== 'recorded') throw new Error('stale')
  return result
}

/** Another device says so of the day behind the first review. */
function rescheduleBetween(store: Store): void {
  const strict = withRetention(INITIAL_PARAMETERS, 0.97)
  const at = START + DAY_MS
  const entries = SCOPES.map((scope) => ({
    ...{ id: ulid(at), device: 'other', kind: 'parameters', version: 1, at, offsetMin: 0 },
    ...{ subject: scope, body: { parameters: strict[scope] } },
  }))
  expect(acceptEvents({ store }, JSON.parse(JSON.stringify(entries))).added).toBe(SCOPES.length)
}

const CARD_CHANGES = Object.values(sampleChanges(moment(START), 0)).map(({ kind }) => kind)

describe.each(CARD_CHANGES)('a change of a card: %s', (kind) => {
  test('is told of the card, and taken back, a placement with its review', () => {
    const { store, changes, reviewed, review } = openStore()
    const { event, state } = change(store, changes[kind])
    expect(state).not.toEqual(reviewed)
    expect(store.eventsOf(CARD).map((made) => made.kind)).toEqual(['review', kind])
    const isPart = kind === 'place'
    const target = isPart ? review : event
    expect(store.latestOwnChange()?.id).toBe(target)
    expect(store.undo(target, moment(START + 3 * DAY_MS))).toBe(CARD)
    expect(store.card(CARD)).toEqual(isPart ? UNSEEN_CARD : reviewed)
    expect(store.drifted()).toEqual([])
  })

  test('is scheduled as what arrives from before it says', () => {
    const { store, changes } = openStore()
    change(store, changes[kind])
    rescheduleBetween(store)
    expect(store.drifted()).toEqual([])
  })
})

describe.each(Object.values(SAMPLE_EXERCISE_EVENTS))('an event of an exercise: $kind', (event) => {
  test('is scheduled as what arrives from before it says', () => {
    const { store } = openStore()
    store.recordExercise(event, moment(START + 2 * DAY_MS))
    rescheduleBetween(store)
    expect(store.drifted()).toEqual([])
  })

  test('is dated anew where the clock had run ahead', () => {
    const { store } = openStore()
    store.recordExercise(event, moment(START + 2 * DAY_MS))
    const state = store.exercise(SAMPLE_EXERCISE)
    expect(store.countEventsAfter(START + DAY_MS)).toBe(1)
    expect(store.redateAfter(START + DAY_MS, moment(START + DAY_MS))).toBe(1)
    expect(store.exercise(SAMPLE_EXERCISE).attempts).toBe(state.attempts)
    expect(store.drifted()).toEqual([])
  })
})
