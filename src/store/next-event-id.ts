import { decodeTime, incrementBase32, ulid } from 'ulid'
import type { EventId } from '../core/event.ts'

/**
 * A ULID above the log's last, whatever the clock says: the log's order is then the order in which its events were written,
 * also where two processes write in the same millisecond or a clock goes back.
 */
export function nextEventId(last: EventId | undefined, at: number): EventId {
  if (last === undefined || decodeTime(last) < at) return ulid(at)
  return incrementBase32(last)
}
