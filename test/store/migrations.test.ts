import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { ulid } from 'ulid'
import { describe, expect, onTestFinished, test } from 'vitest'
import { UNSEEN_CARD } from '../../src/core/card-state.ts'
import { type DayTotals, NOTHING_DONE, totalsOfReview } from '../../src/core/day-totals.ts'
import { addToDay } from '../../src/core/fold.ts'
import type { CardId } from '../../src/core/ids.ts'
import { eventOf } from '../../src/core/log-entry.ts'
import { type Memory, NEW } from '../../src/core/memory.ts'
import { INITIAL_PARAMETERS, withRetention } from '../../src/core/parameters-by-scope.ts'
import type { Rating } from '../../src/core/rating.ts'
import { checkCopy } from '../../src/store/check-copy.ts'
import { createStore } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { temporaryDatabase } from './temporary-database.ts'

const FIXTURES = 'test/store/fixtures'

function copyOfFixture(version: number): string {
  const path = temporaryDatabase()
  mkdirSync(dirname(path), { recursive: true })
  copyFileSync(`${FIXTURES}/version-${version}.db`, path)
  return path
}

/** A copy of the database that an older version wrote, and the states that it held. */
function openFixture(version: number) {
  const path = copyOfFixture(version)
  const old = new Database(path)
  const ids = old.prepare<[], string>('select id from event order by id').pluck().all()
  old.close()
  const db = openDatabase(path)
  const store = createStore(db)
  onTestFinished(() => void store.close())
  const states = JSON.parse(readFileSync(`${FIXTURES}/version-${version}.json`, 'utf8'))
  return { db, store, ids, states }
}

/** Up to version 2 there was a table of single reviews. */
interface OldReview {
  readonly day: number
  readonly rating: Rating
  readonly kindBefore: Memory['kind']
  readonly intervalBefore: number
  readonly durationMs: number
}

function totalsOfReviews(reviews: readonly OldReview[]): ReadonlyMap<number, DayTotals> {
  const days = new Map<number, DayTotals>()
  for (const { day, kindBefore, intervalBefore, rating, durationMs } of reviews) {
    const before = kindBefore === 'new' ? NEW : { kind: kindBefore, intervalDays: intervalBefore }
    addToDay(days, day, totalsOfReview(before as Memory, { rating, durationMs }))
  }
  return days
}

/** Up to version 7 no review was told to be an interview's. */
function daysOf(days: readonly (readonly [number, DayTotals])[]): ReadonlyMap<number, DayTotals> {
  return new Map(days.map(([day, totals]) => [day, { ...NOTHING_DONE, ...totals }]))
}

const current = Number(openDatabase(':memory:').pragma('user_version', { simple: true }))
/** Made by tools/make-database-fixture.ts, before the next migration was written. */
const olderVersions = Array.from({ length: current - 1 }, (_, index) => index + 1)

describe.each(olderVersions)('a database of version %i', (version) => {
  test('holds the same states after the migration', () => {
    const { store, states } = openFixture(version)
    const stored = store.projection()
    expect(stored.cards.size).toBe(4)
    expect(stored.cards).toEqual(new Map(states.cards))
    expect(stored.exercises).toEqual(new Map(states.exercises))
    // The desired retention was a setting up to version 3.
    const { retention, ...settings } = Object.fromEntries(states.settings)
    expect(stored.settings).toEqual(new Map(Object.entries(settings)))
    expect(stored.parameters).toEqual(
      states.parameters ?? withRetention(INITIAL_PARAMETERS, Number(retention)),
    )
    expect(stored.days).toEqual(version < 3 ? totalsOfReviews(states.reviews) : daysOf(states.days))
    expect(stored.interviews).toEqual(new Map())
    expect(store.history.attempts()).toEqual(states.attempts)
    expect(store.history.activeDays()).toEqual(states.activeDays)
    expect(store.drifted()).toEqual([])
  })

  test('keeps its events, as facts only', () => {
    const { db, store, ids } = openFixture(version)
    const entries = [...store.entries()]
    expect(entries.map(({ id }) => id)).toEqual(ids)
    expect(entries.filter((entry) => eventOf(entry) === undefined)).toEqual([])
    const fields = new Set(
      entries.flatMap(({ kind, body }) => Object.keys(body).map((name) => `${kind}.${name}`)),
    )
    expect([...fields].sort()).toEqual([
      'attempt.diagnosis',
      'attempt.language',
      'attempt.outcome',
      'attempt.ratio',
      'attempt.recalls',
      'attempt.source',
      'bury.day',
      'config.value',
      ...(version < 4 ? [] : ['parameters.parameters']),
      'review.durationMs',
      'review.rating',
      'suspend.suspended',
    ])
    expect(() => db.exec('delete from event')).toThrow('append-only')
    expect(() => db.exec("update event set kind = 'bury'")).toThrow('append-only')
  })
})

describe('what an older program kept unread', () => {
  const begun = '2026-11-24T12:00:00.000Z'
  const entry = (id: string, kind: string, version: number, subject: string, body: object) => ({
    id: `01KBX6${id.padStart(20, '0')}`,
    device: 'other',
    kind,
    version,
    at: Date.UTC(2026, 10, 24, 12),
    offset_min: 0,
    subject,
    body: JSON.stringify(body),
  })
  const answer = { rating: 'good', durationMs: 900 }

  /** The database of an older version, with what it kept. */
  function openWithKept(from: number, kept: readonly ReturnType<typeof entry>[]) {
    const path = copyOfFixture(from)
    const old = new Database(path)
    const insert = old.prepare(
      'insert into event values (@id, @device, @kind, @version, @at, @offset_min, @subject, @body)',
    )
    for (const one of kept) insert.run(one)
    const count = Number(old.prepare('select count(*) from event').pluck().get())
    old.close()
    const db = openDatabase(path)
    const store = createStore(db)
    onTestFinished(() => void store.close())
    return { db, store, count }
  }

  test('is understood by the program that knows it, where the door lets it in', () => {
    const { db, store, count } = openWithKept(7, [
      entry('1', 'review', 2, 'resnet/skip', { ...answer, interview: true }),
      entry('2', 'review', 2, 'resnet/bad', { ...answer, interview: 'no' }),
      entry('3', 'interview', 1, begun, { questions: 1, answers: [{ card: 'resnet/skip', ...answer }] }),
      entry('4', 'note', 1, 'resnet/skip', {}),
    ])
    expect(store.countEvents()).toBe(count - 1)
    expect(store.card('resnet/skip' as CardId).memory.kind).toBe('learning')
    expect(store.lastInterview()).toMatchObject({ begun, questions: 1 })
    expect(store.drifted()).toEqual([])
    expect(() => db.exec('delete from event')).toThrow('append-only')
  })

  test.each([7, 9])('of cards made new or given another day is too, kept by version %i', (from) => {
    const behindAll = (one: ReturnType<typeof entry>) => ({ ...one, id: one.id.replace('01', '02') })
    const kept = [
      entry('1', 'forget', 1, 'nms/steps', {}),
      entry('2', 'due', 1, 'adam/defaults', { day: 21_000 }),
      entry('3', 'due', 1, 'adam/defaults', { day: 'soon' }),
    ]
    const { store, count } = openWithKept(from, kept.map(behindAll))
    expect(store.countEvents()).toBe(count - 1)
    expect(store.card('nms/steps' as CardId)).toEqual(UNSEEN_CARD)
    expect(store.card('adam/defaults' as CardId).memory).toMatchObject({ kind: 'review', dueDay: 21_000 })
    expect(store.drifted()).toEqual([])
  })

  test.each([9, 12])('of what another program held is too, kept by version %i', (from) => {
    const held = { stability: 30, difficulty: 5, reps: 4, lapses: 1, whole: false }
    const behindAll = (one: ReturnType<typeof entry>) => ({ ...one, id: one.id.replace('01', '02') })
    const kept = [
      entry('1', 'memory', 1, 'adam/defaults', held),
      entry('2', 'memory', 1, 'nms/steps', { ...held, difficulty: 11 }),
    ]
    const { store, count } = openWithKept(from, kept.map(behindAll))
    expect(store.countEvents()).toBe(count - 1)
    expect(store.card('adam/defaults' as CardId).memory).toMatchObject({ stability: 30, reps: 4 })
    expect(store.drifted()).toEqual([])
  })

  test('of what an imported note was is too', () => {
    const { store, count } = openWithKept(17, [
      entry('1', 'imported-note', 1, 'text/n1', { digest: 'abc' }),
      entry('2', 'imported-note', 1, 'text/n2', { digest: 7 }),
    ])
    expect(store.countEvents()).toBe(count - 1)
    expect([...store.recordedNotes()]).toEqual([{ note: 'text/n1', digests: ['abc'] }])
    expect(store.drifted()).toEqual([])
  })

  test('of what was said to a hub is too', () => {
    const { store, count } = openWithKept(15, [
      entry('1', 'consent', 1, 'a-member', { given: true }),
      entry('2', 'consent', 1, 'a-member', { given: 'gladly' }),
      entry('3', 'leave', 1, 'a member', {}),
      entry('4', 'leave', 1, 'a-member', {}),
    ])
    expect(store.countEvents()).toBe(count - 2)
    expect(
      [...store.entries()].filter(({ subject }) => subject === 'a-member').map(({ kind }) => kind),
    ).toEqual(['consent', 'leave'])
    expect(store.drifted()).toEqual([])
  })

  test.each([7, 11])('of a chosen day is too, kept by version %i', (from) => {
    const [[card, { memory }]] = JSON.parse(readFileSync(`${FIXTURES}/version-${from}.json`, 'utf8')).cards
    const last = ulid(Date.UTC(2026, 10, 30))
    const kept = (id: string, body: object) => ({ ...entry('1', 'place', 1, card, body), id })
    const day = memory.lastDay + memory.intervalDays
    const { store, count } = openWithKept(from, [
      kept(last, { day: day + 1, reviewedAt: memory.lastReview }),
      kept(ulid(Date.UTC(2026, 11, 1)), { day: day - 1, reviewedAt: memory.lastReview - 1 }),
      kept(ulid(Date.UTC(2026, 11, 2)), { day: 'soon', reviewedAt: memory.lastReview }),
    ])
    expect(store.countEvents()).toBe(count - 1)
    expect(store.card(card).memory).toMatchObject({ kind: 'review', dueDay: day + 1 })
    expect(store.drifted()).toEqual([])
  })
})

describe('before a migration', () => {
  test('the database is kept as it is', () => {
    const path = copyOfFixture(7)
    const stages: string[] = []
    openDatabase(path, { onStage: ({ kind }) => stages.push(kind) }).close()
    const kept = join(dirname(path), 'backups', `before-${current}.db`)
    expect(checkCopy(kept, 'integrity_check').version).toBe(7)
    expect(readdirSync(dirname(kept))).toEqual([`before-${current}.db`])
    expect(stages).toEqual(['copy', 'change', 'done'])
  })

  test('nothing is changed where that cannot be done', () => {
    const path = copyOfFixture(7)
    writeFileSync(join(dirname(path), 'backups'), '')
    expect(() => openDatabase(path)).toThrow('lies below a file that is not a folder')
    expect(checkCopy(path, 'integrity_check').version).toBe(7)
  })

  test.each(olderVersions)('one of version %i has the form that this program knows of it', (version) => {
    const path = copyOfFixture(version)
    expect(checkCopy(path, 'integrity_check').version).toBe(version)
    openDatabase(path).close()
    expect(checkCopy(path, 'integrity_check').version).toBe(current)
  })
})
