import { decodeTime, encodeTime, ulid } from 'ulid'
import { type Instant, LAST_INSTANT } from '../core/day.ts'
import type { EventId } from '../core/event.ts'

/**
 * A ULID above the log's last, whatever the clock says: an event stands behind all that its writer had seen,
 * also where two processes write in the same millisecond, a clock goes back, or another device's clock ran
 * ahead. Its random part is always drawn anew, because two devices that have seen the same last event must
 * not write the same next one.
 */
export function nextEventId(last: EventId | undefined, at: number): EventId {
  const next = last === undefined ? at : Math.max(at, decodeTime(last) + 1)
  // Behind the last moment that an id may be of, nobody would take it.
  return ulid(Math.min(next, LAST_INSTANT), draw)
}

/** No event of that time or later has an id below it. */
export function firstIdAt(at: Instant): string {
  return encodeTime(Math.max(0, at), TIME_LETTERS)
}

const TIME_LETTERS = 10

const pool = new Uint32Array(256)
let left = 0

/** Left to itself, ulid asks the system anew for each of its letters. */
function draw(): number {
  if (left === 0) {
    crypto.getRandomValues(pool)
    left = pool.length
  }
  return (pool[--left] ?? 0) / 2 ** 32
}
