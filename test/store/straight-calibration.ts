import { studyDayOf } from '../../src/core/day.ts'
import type { Event } from '../../src/core/event.ts'

/** One row of the table on which the FSRS benchmark evaluates. */
export interface Row {
  readonly p: number
  readonly y: 0 | 1
  readonly deltaT: number
  readonly i: number
  readonly lapse: number
}

/**
 * The rows of a log, card by card and then sorted as the benchmark does, with none of the program's own folding. `recall` foretells one review from
 * the card's events before it.
 */
export function rowsOf(
  events: readonly Event[],
  recall: (before: readonly Event[], review: Event) => number,
): readonly Row[] {
  const rows: { readonly id: string; readonly row: Row }[] = []
  for (const card of new Set(events.flatMap((event) => ('card' in event ? [event.card] : [])))) {
    const own = events.filter((event) => !('card' in event) || event.card === card)
    for (const [at, event] of own.entries()) {
      if (event.kind !== 'review') continue
      const before = own.slice(0, at)
      const since = before.findLastIndex(({ kind }) => kind === 'forget') + 1
      const reviews = [...before.slice(since), event].flatMap((one) => (one.kind === 'review' ? [one] : []))
      const days = reviews.map(studyDayOf)
      const deltas = days.map((day, index) => Math.max(0, day - (days[index - 1] ?? day)))
      const deltaT = deltas.at(-1) ?? 0
      if (deltaT === 0) continue
      const past = reviews.slice(0, -1)
      rows.push({
        id: event.id,
        row: {
          p: recall(before, event),
          y: event.rating === 'again' ? 0 : 1,
          deltaT,
          i: 1 + deltas.filter((delta) => delta > 0).length,
          lapse: past.filter(({ rating }, index) => rating === 'again' && (deltas[index] ?? 0) > 0).length,
        },
      })
    }
  }
  return rows.sort((one, other) => (one.id < other.id ? -1 : 1)).map(({ row }) => row)
}

export function logLossOfRows(rows: readonly Row[]): number {
  const held = (p: number) => Math.min(Math.max(p, 2 ** -52), 1 - 2 ** -52)
  return mean(rows.map(({ p, y }) => -(y * Math.log(held(p)) + (1 - y) * Math.log(1 - held(p)))))
}

/** Every pair of one that was recalled and one that was not. */
export function aucOfRows(rows: readonly Row[]): number | undefined {
  const wins = rows
    .filter(({ y }) => y === 1)
    .flatMap((good) =>
      rows.filter(({ y }) => y === 0).map((bad) => (good.p > bad.p ? 1 : good.p === bad.p ? 0.5 : 0)),
    )
  return wins.length === 0 ? undefined : mean(wins)
}

/** With the names that the benchmark gives its bins. */
export function rmseBinsOfRows(rows: readonly Row[]): number {
  const groups = Map.groupBy(rows, ({ deltaT, i, lapse }) =>
    [
      (2.48 * 3.62 ** Math.floor(Math.log(deltaT) / Math.log(3.62))).toFixed(2),
      Math.round(1.99 * 1.89 ** Math.floor(Math.log(i) / Math.log(1.89))),
      lapse === 0 ? 0 : Math.round(1.65 * 1.73 ** Math.floor(Math.log(lapse) / Math.log(1.73))),
    ].join(),
  )
  const errors = [...groups.values()].flatMap((group) => {
    const error = mean(group.map(({ p }) => p)) - mean(group.map(({ y }) => y))
    return group.map(() => error ** 2)
  })
  return Math.sqrt(mean(errors))
}

/** The same rows, foretold by MOVING-AVG. */
export function averagedRows(rows: readonly Row[]): readonly Row[] {
  let x = 1.2
  return rows.map((row) => {
    const p = 1 / (Math.E ** -x + 1)
    x += row.y === 1 ? 0.3 / (Math.E ** x + 1) : (-0.3 * Math.E ** x) / (Math.E ** x + 1)
    return { ...row, p }
  })
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
