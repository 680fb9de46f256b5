import { hash } from 'node:crypto'
import type { Instant, Moment } from '../core/day.ts'
import type { EventBody, EventId } from '../core/event.ts'
import { entryOf, type LogEntry } from '../core/log-entry.ts'

/**
 * A fact from another program. It goes by the time at which it stands in the log and by `key`, all that the
 * other program knows it by; so a second import, or one on another machine, gives the same entry.
 * @param standsAt where it lies in the log; else at its own time
 */
export function importedEntry(
  body: EventBody,
  moment: Moment,
  key: string,
  standsAt: Instant = moment.at,
): LogEntry {
  return entryOf({ ...body, ...moment, id: importedId(standsAt, key), device: IMPORT_DEVICE })
}

/** Of all imports, wherever they were made: the same fact is the same entry. */
export const IMPORT_DEVICE = 'import'

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const TIME_LETTERS = 10
const KEY_LETTERS = 16

/** A ULID whose second part is no draw but a digest of the key. It has no time before 1970. */
function importedId(at: Instant, key: string): EventId {
  let time = ''
  for (let left = Math.max(0, at); time.length < TIME_LETTERS; left = Math.floor(left / 32))
    time = LETTERS.charAt(left % 32) + time
  const digest = hash('sha1', key, 'buffer')
  let rest = ''
  for (let at = 0; at < KEY_LETTERS; at++) rest += LETTERS.charAt((digest[at] ?? 0) & 31)
  return time + rest
}
