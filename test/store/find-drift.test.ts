import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY_MS } from '../../src/core/day.ts'
import { foldLog } from '../../src/core/fold.ts'
import type { CardId } from '../../src/core/ids.ts'
import { createPackedCards } from '../../src/core/packed-cards.ts'
import { RATINGS } from '../../src/core/rating.ts'
import { createStore } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { openTables } from '../../src/store/tables.ts'
import { runs } from '../seed.ts'

const START = Date.UTC(2026, 10, 24, 12)

/** `cards`, each answered some times, one of them suspended and one buried. */
function study(cards: number, ratings: readonly (typeof RATINGS)[number][]) {
  const db = openDatabase(':memory:')
  const store = createStore(db)
  const record = (id: CardId, change: Parameters<typeof store.recordCard>[1], at: number) =>
    store.recordCard(id, change, { at, offsetMin: 60 }, store.card(id))
  for (const [turn, rating] of ratings.entries()) {
    const id = `adam/card-${turn % cards}` as CardId
    record(id, { kind: 'review', rating, durationMs: 900 }, START + turn * DAY_MS)
  }
  record('adam/card-0' as CardId, { kind: 'suspend', suspended: true }, START)
  record('adam/buried' as CardId, { kind: 'bury', day: 20_784 }, START)
  return { db, store }
}

test('states packed as numbers are those of objects', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...RATINGS), { maxLength: 40 }),
      fc.integer({ min: 1, max: 9 }),
      (ratings, cards) => {
        const { db } = study(cards, ratings)
        const { log } = openTables(db)
        const packed = foldLog(log.standing(), createPackedCards())
        expect(new Map(packed.cards)).toEqual(foldLog(log.standing()).cards)
        db.close()
      },
    ),
    { numRuns: runs(30) },
  )
})

test('many more packed states than were made room for are kept', () => {
  const { db, store } = study(3000, Array<'good'>(3000).fill('good'))
  expect(store.drifted()).toEqual([])
  store.rebuild()
  expect(store.cards().size).toBe(3001)
  db.close()
})

test.each([
  ['another state', `update card_state set stability = 3 where card = 'adam/card-1'`, ['adam/card-1']],
  ['a state that is gone', `delete from card_state where card = 'adam/card-1'`, ['adam/card-1']],
  [
    'a state of nothing',
    `update card_state set card = 'adam/x' where card = 'adam/card-1'`,
    ['adam/card-1', 'adam/x'],
  ],
  ['a setting', `insert into setting (key, value) values ('locale', 'zh')`, ['locale']],
  ['sums of a day', 'update day set reviews = 9 where day = (select max(day) from day)', ['2026-11-26']],
] as const)('%s is found, and put right by a rebuild', (_, sql, expected) => {
  const { db, store } = study(2, ['good', 'again', 'easy'])
  expect(store.drifted()).toEqual([])
  db.exec(sql)
  expect(store.drifted()).toEqual(expected)
  store.rebuild()
  expect(store.drifted()).toEqual([])
  db.close()
})

test('each entry of the log is heard of once', () => {
  const { db, store } = study(2, ['good', 'again', 'easy'])
  let heard = 0
  store.drifted(() => heard++)
  expect(heard).toBe(store.countEvents())
  db.close()
})
