import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { DAY_MS } from '../../src/core/day.ts'
import type { EventId } from '../../src/core/event.ts'
import type { CardId, ExerciseId } from '../../src/core/ids.ts'
import { RATINGS } from '../../src/core/rating.ts'
import { createStore, type Store } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { runs } from '../seed.ts'
import { reviewsOf } from './reviews-of.ts'
import { answer, moment, perform, START, studySteps } from './study.ts'
import { temporaryDatabase } from './temporary-database.ts'

function openStore(path: string): Store {
  const store = createStore(openDatabase(path))
  onTestFinished(() => void store.close())
  return store
}

describe('the store', () => {
  test('holds what a fold of its log from empty gives, and rebuilds it', () => {
    fc.assert(
      fc.property(studySteps, (steps) => {
        const db = openDatabase(':memory:')
        const store = createStore(db)
        perform(store, steps)
        const stored = store.projection()
        expect(store.drifted()).toEqual([])
        const reviews = reviewsOf(store)
        const attempts = store.history.attempts()
        store.rebuild()
        expect(store.projection()).toEqual(stored)
        expect(reviewsOf(store)).toEqual(reviews)
        expect(store.history.attempts()).toEqual(attempts)
        store.close()
      }),
      { numRuns: runs(60) },
    )
  })

  test('is found again as it was left', () => {
    const path = temporaryDatabase()
    const first = openStore(path)
    const { state } = answer(first, 'adam/a' as CardId, 'easy', START)
    first.close()
    expect(openStore(path).card('adam/a' as CardId)).toEqual(state)
  })

  test('undoes to the very state before, again and again', () => {
    const store = openStore(temporaryDatabase())
    const card = 'adam/a' as CardId
    const states = [store.card(card)]
    const events: EventId[] = []
    for (const [index, rating] of RATINGS.entries()) {
      const result = answer(store, card, rating, START + index * 3 * DAY_MS)
      events.push(result.event)
      states.push(result.state)
    }
    states.pop()
    for (const event of events.reverse()) {
      store.undo(event, moment(START + 20 * DAY_MS))
      expect(store.card(card)).toEqual(states.pop())
    }
    expect(reviewsOf(store)).toEqual([])
    expect(store.countEvents()).toBe(8)
  })

  test('refuses to undo what another process has built upon', () => {
    const path = temporaryDatabase()
    const [one, other] = [openStore(path), openStore(path)]
    const card = 'adam/a' as CardId
    const { event } = answer(one, card, 'good', START)
    answer(other, card, 'good', START + 60_000)
    expect(() => one.undo(event, moment(START + 61_000))).toThrow('adam/a was changed elsewhere since.')
  })

  test('writes nothing for a card that another process answered meanwhile', () => {
    const path = temporaryDatabase()
    const [one, other] = [openStore(path), openStore(path)]
    const card = 'adam/a' as CardId
    const seen = one.card(card)
    const { state } = answer(other, card, 'good', START)
    const result = one.recordCard(
      card,
      { kind: 'review', rating: 'again', durationMs: 1 },
      moment(START),
      seen,
    )
    expect(result).toEqual({ kind: 'stale', state })
    expect(one.countEvents()).toBe(1)
  })

  test('orders events as they were written, whatever the clock says', () => {
    const store = openStore(temporaryDatabase())
    for (const at of [START, START, START - 5000, START + 1]) answer(store, 'adam/a' as CardId, 'hard', at)
    const ids = [...store.entries()].map((event) => event.id)
    expect(ids).toEqual([...ids].sort())
    expect(new Set(ids).size).toBe(4)
    expect([...store.entries()].map((event) => event.at)).toEqual([START, START, START - 5000, START + 1])
  })

  test('keeps the log append-only', () => {
    const db = openDatabase(':memory:')
    answer(createStore(db), 'adam/a' as CardId, 'good', START)
    expect(() => db.exec('delete from event')).toThrow('append-only')
    expect(() => db.exec("update event set kind = 'bury'")).toThrow('append-only')
    db.close()
  })

  test('brings the cards of a diagnosis back until they are reviewed', () => {
    const store = openStore(temporaryDatabase())
    const recalls = ['adam/a', 'adam/b'] as CardId[]
    answer(store, 'adam/a' as CardId, 'easy', START)
    store.recordExercise(
      {
        kind: 'attempt',
        exercise: 'adam' as ExerciseId,
        language: 'py',
        outcome: { kind: 'judged', verdict: 'wrong-answer', tier: 'none' },
        ratio: undefined,
        diagnosis: 'no-bias-correction',
        recalls,
        source: '',
      },
      moment(START + 1000),
    )
    const day = Math.floor((START + 3_600_000 - 4 * 3_600_000) / DAY_MS)
    expect(store.agenda(day).recalls).toEqual(recalls)
    answer(store, 'adam/b' as CardId, 'good', START + 2000)
    expect(store.agenda(day).recalls).toEqual(['adam/a'])
    expect(store.agenda(day + 40).recalls).toEqual(['adam/a'])
    expect(store.agenda(day - 1).recalls).toEqual([])
    const review = answer(store, 'adam/a' as CardId, 'good', START + 40 * DAY_MS)
    expect(store.agenda(day + 40).recalls).toEqual([])
    store.undo(review.event, moment(START + 40 * DAY_MS + 1000))
    expect(store.agenda(day + 40).recalls).toEqual(['adam/a'])
  })
})
