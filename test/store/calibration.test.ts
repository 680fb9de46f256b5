import fc from 'fast-check'
import { type FSRSState, fsrs, Rating } from 'ts-fsrs'
import { expect, onTestFinished, test } from 'vitest'
import type { Calibration } from '../../src/core/calibration/calibration.ts'
import { DAY_MS, studyDayOf } from '../../src/core/day.ts'
import type { Event } from '../../src/core/event.ts'
import type { CardId } from '../../src/core/ids.ts'
import { eventOf } from '../../src/core/log-entry.ts'
import { INITIAL_PARAMETERS } from '../../src/core/parameters-by-scope.ts'
import { takeAtOnce } from '../../src/core/take-at-once.ts'
import { importedEntry } from '../../src/interop/imported-entry.ts'
import { createStore, type Store } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { runs } from '../seed.ts'
import {
  aucOfRows,
  averagedRows,
  logLossOfRows,
  type Row,
  rmseBinsOfRows,
  rowsOf,
} from './straight-calibration.ts'
import { answer, CARDS, moment, perform, START, studySteps } from './study.ts'
import { temporaryDatabase } from './temporary-database.ts'

function standing(store: Store): readonly Event[] {
  const entries = [...store.entries()]
  const undone = new Set(entries.filter(({ kind }) => kind === 'undo').map(({ subject }) => subject))
  return entries.flatMap((entry) => (undone.has(entry.id) ? [] : (eventOf(entry) ?? [])))
}

/** By ts-fsrs alone: the card's whole history under the weights that were in force. */
function recall(before: readonly Event[], review: Event): number {
  const weights = before.reduce(
    (known, event) =>
      event.kind === 'parameters' && event.scope === 'cards' ? event.parameters.weights : known,
    INITIAL_PARAMETERS.cards.weights,
  )
  const engine = fsrs({ w: weights, enable_short_term: true })
  const since = before.findLastIndex(({ kind }) => kind === 'forget') + 1
  let memory: FSRSState | null = null
  let last: number | undefined
  for (const event of before.slice(since)) {
    if (event.kind !== 'review') continue
    const day = studyDayOf(event)
    memory = engine.next_state(memory, Math.max(0, day - (last ?? day)), GRADES[event.rating])
    last = day
  }
  if (memory === null || last === undefined) throw new Error('never reviewed')
  return engine.forgetting_curve(studyDayOf(review) - last, memory.stability)
}

const GRADES = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good, easy: Rating.Easy } as const

function expectAgreement(found: Calibration | undefined, rows: readonly Row[]): void {
  if (rows.length === 0) {
    expect(found).toBeUndefined()
    return
  }
  const usual = averagedRows(rows)
  expect(found?.reviews).toBe(rows.length)
  expect(found?.recalled).toBe(rows.filter(({ y }) => y === 1).length)
  for (const [quality, foretold] of [
    [found?.scheduler, rows],
    [found?.average, usual],
  ] as const) {
    expect(quality?.logLoss).toBeCloseTo(logLossOfRows(foretold), 9)
    expect(quality?.rmseBins).toBeCloseTo(rmseBinsOfRows(foretold), 7)
    const toTenThousandths = foretold.map((row) => ({ ...row, p: Math.round(row.p * 10_000) }))
    expect(quality?.auc ?? -1).toBeCloseTo(aucOfRows(toTenThousandths) ?? -1, 9)
  }
}

function withStore(check: (store: Store) => void): void {
  const db = openDatabase(':memory:')
  try {
    check(createStore(db))
  } finally {
    db.close()
  }
}

test('what a log foretold is measured as a straight reading of the definitions does', () => {
  fc.assert(
    fc.property(studySteps, (steps) => {
      withStore((store) => {
        perform(store, steps)
        expectAgreement(store.calibration(studyDayOf(moment(START))), rowsOf(standing(store), recall))
      })
    }),
    { numRuns: runs(100) },
  )
})

test('looking in between, on any day, changes nothing', () => {
  fc.assert(
    fc.property(fc.array(studySteps, { maxLength: 5 }), fc.nat(400), (parts, day) => {
      withStore((store) => {
        for (const [at, steps] of parts.entries()) {
          perform(store, steps)
          store.calibration(studyDayOf(moment(START)) + day * at)
        }
        const looked = store.calibration(studyDayOf(moment(START)) + 999)
        store.rebuild()
        const anew = store.calibration(studyDayOf(moment(START)) + 999)
        expect(looked?.reviews).toBe(anew?.reviews)
        expect(looked?.scheduler.logLoss ?? 0).toBeCloseTo(anew?.scheduler.logLoss ?? 0, 9)
        expect(looked?.average.logLoss ?? 0).toBeCloseTo(anew?.average.logLoss ?? 0, 9)
        expect(looked?.points).toEqual(anew?.points)
      })
    }),
    { numRuns: runs(60) },
  )
})

test('each review is judged by the weights that were set before it', () => {
  const weights = fc
    .constantFrom(0.8, 1, 1.3)
    .map((factor) =>
      INITIAL_PARAMETERS.cards.weights.map((weight, at) => (at < 4 ? weight * factor : weight)),
    )
  fc.assert(
    fc.property(fc.array(fc.tuple(studySteps, weights), { maxLength: 4 }), (parts) => {
      withStore((store) => {
        for (const [steps, next] of parts) {
          perform(store, steps)
          store.calibration(studyDayOf(moment(START)))
          store.reschedule(
            ({ cards, exercises }) => ({ cards: { ...cards, weights: next }, exercises }),
            moment(START),
          )
        }
        const rows = rowsOf(standing(store), recall)
        expectAgreement(store.calibration(studyDayOf(moment(START))), rows)
      })
    }),
    { numRuns: runs(60) },
  )
})

test('an entry of another device behind what was measured, and an undo of it, count', () => {
  withStore((store) => {
    const card = CARDS[0] as (typeof CARDS)[number]
    for (const day of [0, 3, 9]) answer(store, card, 'good', START + day * DAY_MS)
    const last = answer(store, card, 'again', START + 30 * DAY_MS)
    const later = studyDayOf(moment(START)) + 40
    expect(store.calibration(later)).toMatchObject({ reviews: 3, recalled: 2 })
    const [first] = [...store.entries()].filter(({ kind }) => kind === 'review')
    if (first === undefined) throw new Error('no review')
    const late = { ...first, id: `${first.id.slice(0, -2)}ZZ`, at: START + DAY_MS }
    store.accept([late], () => expect.unreachable())
    expect(store.calibration(later)).toMatchObject({ reviews: 4, recalled: 3 })
    store.undo(last.event, moment(START + 31 * DAY_MS))
    expect(store.calibration(later)).toMatchObject({ reviews: 3, recalled: 3 })
  })
})

test('a look does not fail while another program writes, and keeps nothing where one has written', () => {
  const path = temporaryDatabase()
  const [one, other] = [openDatabase(path), openDatabase(path)]
  onTestFinished(() => {
    one.close()
    other.close()
  })
  const [store, elsewhere] = [createStore(one), createStore(other)]
  const card = CARDS[0] as (typeof CARDS)[number]
  for (const day of [0, 3, 9]) answer(store, card, 'good', START + day * DAY_MS)
  const marks = () => one.prepare<[], number>('select count(*) from calibration').pluck().get()
  const day = studyDayOf(moment(START)) + 40
  one.pragma('busy_timeout = 0')
  other.exec('begin immediate')
  expect(store.calibration(day)).toMatchObject({ reviews: 2 })
  other.exec('commit')
  expect(marks()).toBe(0)
  for (const [writer, at] of [[elsewhere, 12] as const, [store, 13] as const]) {
    const work = store.measuringCalibration(day, 1)
    expect(work.next()).toEqual({ done: false, value: 1 })
    answer(writer, CARDS[at - 11] as (typeof CARDS)[number], 'good', START + at * DAY_MS)
    expect(takeAtOnce(work)).toMatchObject({ reviews: 2 })
    expect(marks()).toBe(0)
  }
  store.calibration(day)
  expect(marks()).toBe(1)
})

test('what is recorded of imported notes leaves states and what was measured as they are', () => {
  const db = openDatabase(temporaryDatabase())
  onTestFinished(() => void db.close())
  const store = createStore(db)
  for (const day of [0, 3, 9]) answer(store, CARDS[0] as (typeof CARDS)[number], 'good', START + day * DAY_MS)
  const day = studyDayOf(moment(START)) + 40
  store.calibration(day)
  const before = store.projection()
  const records = Array.from({ length: 10_001 }, (_, at) =>
    importedEntry(
      { kind: 'imported-note', note: `text/n${at}` as CardId, digest: 'd' },
      { at: 0, offsetMin: 0 },
      `${at}`,
    ),
  )
  expect(store.accept(records, () => expect.unreachable())).toMatchObject({ added: 10_001 })
  expect(store.projection()).toEqual(before)
  expect(store.drifted()).toEqual([])
  // Nothing is left to be gone through.
  expect(store.measuringCalibration(day, 1).next()).toMatchObject({ done: true, value: { reviews: 2 } })
})
