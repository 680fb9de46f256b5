import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerOne } from '../../src/app/change-card.ts'
import { summarizeToday } from '../../src/app/summarize-today.ts'
import { studyDayOf } from '../../src/core/day.ts'
import type { Event } from '../../src/core/event.ts'
import { foldLog, type Projection } from '../../src/core/fold.ts'
import { eventOf } from '../../src/core/log-entry.ts'
import { INITIAL_PARAMETERS } from '../../src/core/parameters-by-scope.ts'
import { createScheduler } from '../../src/core/scheduler.ts'
import { levelsOf } from '../../src/core/statistics/heat-levels.ts'
import { createStore, type Store } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { runs } from '../seed.ts'
import { perform, START, type StudySteps, studySteps } from '../store/study.ts'
import { collectStatistics } from './collect-statistics.ts'
import { openTestDeps, type TestDeps } from './open-test-deps.ts'

const DECKS = {
  adam: '## adam/a\nQ: a?\nA: a.\n\n## adam/b\nQ: b?\nA: b.\n',
  nms: '## nms/c\nC: [1: c] and [2: d].\n',
}

/** Reads the log once more, review by review, each against a fold of all that stands before it. */
function readAgain(store: Store) {
  const entries = [...store.entries()]
  const undone = new Set(entries.filter(({ kind }) => kind === 'undo').map(({ subject }) => subject))
  const events = entries.flatMap((entry) => (undone.has(entry.id) ? [] : (eventOf(entry) ?? [])))
  const reviews = events.flatMap((event, at) =>
    event.kind === 'review' ? [{ event, ...whatWas(event, foldLog(events.slice(0, at))) }] : [],
  )
  const days = new Set(
    events
      .filter(({ kind }) => ['review', 'attempt', 'practice'].includes(kind))
      .map((event) => studyDayOf(event)),
  )
  return { events, reviews, days, cards: new Map(foldLog(events).cards) }
}

function whatWas(event: Event & { readonly kind: 'review' }, before: Projection) {
  const memory = before.cards.get(event.card)?.memory
  return {
    day: studyDayOf(event),
    ms: event.durationMs,
    recalled: event.rating !== 'again',
    interval: memory?.kind === 'review' ? memory.intervalDays : undefined,
  }
}

function longestRun(days: ReadonlySet<number>): number {
  const runs = [...days].map((day) => {
    let length = 0
    while (days.has(day + length)) length++
    return length
  })
  return Math.max(0, ...runs)
}

function runUpTo(days: ReadonlySet<number>, today: number): number {
  const [last] = [today + 1, today, today - 1].filter((day) => days.has(day))
  let length = 0
  while (last !== undefined && days.has(last - length)) length++
  return length
}

function forLogs(check: (deps: TestDeps, today: number) => void): void {
  const opened = openTestDeps(DECKS)
  fc.assert(
    fc.property(studySteps, fc.nat(40), (steps: StudySteps, later) => {
      const deps = { ...opened, store: createStore(openDatabase(':memory:')) }
      perform(deps.store, steps)
      const last = Math.max(START, ...[...deps.store.entries()].map(({ at }) => at))
      deps.clock.at = last + later * 86_400_000
      check(deps, studyDayOf(deps.now()))
      deps.store.close()
    }),
    { numRuns: runs(40) },
  )
}

test('days, streaks, time and retention are those of the log read review by review', () => {
  forLogs((deps, today) => {
    const { reviews, days } = readAgain(deps.store)
    const { total, activity, retention, forecast, today: done } = collectStatistics(deps)
    expect(total.reviews).toBe(reviews.length)
    expect(total.minutes).toBeCloseTo(reviews.reduce((sum, { ms }) => sum + ms, 0) / 60_000, 9)
    expect(total.days).toBe(new Set(reviews.map(({ day }) => day)).size)
    expect(total.streak).toBe(runUpTo(days, today))
    expect(total.longestStreak).toBe(longestRun(days))
    expect(done.reviews).toBe(reviews.filter(({ day }) => day === today).length)
    for (const { day, reviews: count, durationMs } of activity) {
      const on = reviews.filter((review) => review.day === day)
      expect([day, count, durationMs]).toEqual([day, on.length, on.reduce((sum, { ms }) => sum + ms, 0)])
    }
    expect(activity.at(-1)?.day).toBe(today)
    const lately = reviews.filter(({ day }) => day > today - 90)
    const asked = lately.filter(({ interval }) => interval !== undefined)
    const forgotten = asked.filter(({ recalled }) => !recalled).length / Math.max(1, asked.length)
    const meanMs = lately.reduce((sum, { ms }) => sum + ms, 20 * 10_000) / (lately.length + 20)
    for (const { cards, minutes } of forecast) {
      if (lately.length === 0) expect(minutes).toBeUndefined()
      else expect(minutes).toBeCloseTo((cards * meanMs * (1 + forgotten)) / 60_000, 9)
    }
    for (const period of retention) {
      const due = reviews.filter(({ day, interval }) => interval !== undefined && day > today - period.days)
      const share = (of: typeof due) => ({
        recalled: of.filter(({ recalled }) => recalled).length,
        total: of.length,
      })
      expect(period).toEqual({
        days: period.days,
        young: share(due.filter(({ interval = 0 }) => interval < 21)),
        mature: share(due.filter(({ interval = 0 }) => interval >= 21)),
        all: share(due),
      })
    }
  })
})

test('a streak goes on over the day that a flight east took', () => {
  const opened = openTestDeps(DECKS)
  const at = (hours: number, zone: number) => ({
    ...opened,
    now: () => ({ at: Date.UTC(2026, 10, 26, hours), offsetMin: zone * 60 }),
  })
  const days = [at(20, -8), at(44, -8), at(68, 9)]
  for (const [count, deps] of days.entries()) {
    expect([summarizeToday(deps).streak, collectStatistics(deps).total.streak]).toEqual([count, count])
    answerOne(deps, 'adam/a', 'good')
  }
  const { total } = collectStatistics(at(92, 9))
  expect([total.days, total.streak, total.longestStreak]).toEqual([3, 3, 3])
})

test('distributions, mastery and the hardest cards are those of the states', () => {
  const scheduler = createScheduler(INITIAL_PARAMETERS.cards)
  forLogs((deps, today) => {
    const { cards } = readAgain(deps.store)
    const statistics = collectStatistics(deps)
    const seen = [...cards].flatMap(([card, { memory }]) =>
      memory.kind === 'new' ? [] : [{ card, ...memory }],
    )
    const values = {
      stability: seen.map(({ stability }) => stability),
      difficulty: seen.map(({ difficulty }) => difficulty),
      retrievability: seen.map((memory) => scheduler.retrievability(memory, today)),
    }
    for (const name of ['stability', 'difficulty', 'retrievability'] as const) {
      const { buckets, median } = statistics.distributions[name]
      expect(buckets.reduce((sum, { count }) => sum + count, 0)).toBe(seen.length)
      for (const { from, to = Number.POSITIVE_INFINITY, count } of buckets) {
        const within = values[name].filter(
          (value) => value >= from && (value < to || (to === buckets.at(-1)?.to && value === to)),
        )
        expect([name, from, count]).toEqual([name, from, within.length])
      }
      const sorted = values[name].toSorted((one, other) => one - other)
      expect(median).toBe(sorted[Math.ceil(sorted.length / 2) - 1])
    }
    for (const { deck, recall, seen: count, mastery, stable } of statistics.decks) {
      const own = seen.filter(({ card }) => deck.cards.includes(card))
      const sum = own.reduce((total, memory) => total + scheduler.retrievability(memory, today), 0)
      expect(recall).toBeCloseTo(sum / deck.cards.length, 9)
      expect(count).toBe(own.length)
      expect(stable).toBe(own.filter(({ kind, stability }) => kind === 'review' && stability >= 7).length)
      expect(mastery).toBe(recall)
    }
    const hardness = ({ difficulty, lapses }: { readonly difficulty: number; readonly lapses: number }) =>
      difficulty * 1000 + lapses
    expect(statistics.hardest.map(hardness)).toEqual(seen.map(hardness).sort((one, other) => other - one))
  })
})

test('a square is as full as the quarter of the learner’s own days that it belongs to', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { minLength: 1 }), (counts) => {
      const levelOf = levelsOf(counts)
      const studied = counts.filter((count) => count > 0)
      for (const count of counts) {
        const notAbove = studied.filter((other) => other <= count).length / studied.length
        expect(levelOf(count) === 0).toBe(count === 0)
        if (count > 0) expect(levelOf(count)).toBe(Math.min(4, 1 + Math.floor(quarters(notAbove, studied))))
      }
    }),
  )
})

/** How many quarters of the days lie wholly at or below such a share. */
function quarters(share: number, studied: readonly number[]): number {
  return [1, 2, 3].filter((quarter) => share * studied.length > Math.floor((studied.length * quarter) / 4))
    .length
}
