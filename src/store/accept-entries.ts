import { isDeepStrictEqual } from 'node:util'
import { isNoteRecord } from '../core/change-kinds.ts'
import type { EventId } from '../core/event.ts'
import type { LogEntry } from '../core/log-entry.ts'
import { insertAll, insertAndRefold, replay } from './refold.ts'
import type { Tables } from './tables.ts'

export interface Acceptance {
  /** New here. */
  readonly added: number
  /** Known already. */
  readonly known: number
}

/**
 * More new entries than this are not held at once; one replay of the log then costs less than to refold card
 * by card.
 */
const AT_ONCE = 10_000

/**
 * Adds entries of any device in any order, each once. Belongs inside a transaction.
 * `onConflict` hears of an id that is known with another content, which stays.
 */
export function acceptEntries(
  tables: Tables,
  entries: Iterable<LogEntry>,
  onConflict: (id: EventId) => void,
): Acceptance {
  const { log } = tables
  const waiting = new Map<EventId, LogEntry>()
  let added = 0
  let known = 0
  let changesStates = false
  for (const entry of entries) {
    const present = waiting.get(entry.id) ?? log.find(entry.id)
    if (present === undefined) {
      added++
      waiting.set(entry.id, entry)
      changesStates ||= !isNoteRecord(entry.kind)
    } else if (isDeepStrictEqual(present, entry)) known++
    else onConflict(entry.id)
    if (waiting.size === AT_ONCE) flush()
  }
  if (added === waiting.size) insertAndRefold(tables, [...waiting.values()])
  else {
    flush()
    if (changesStates) replay(tables)
  }
  return { added, known }

  function flush(): void {
    insertAll(tables, waiting.values())
    waiting.clear()
  }
}

/** What accepting them would come to. */
export function compareEntries(
  { log }: Pick<Tables, 'log'>,
  entries: Iterable<LogEntry>,
  onConflict: (id: EventId) => void,
): Acceptance {
  let added = 0
  let known = 0
  for (const entry of entries) {
    const present = log.find(entry.id)
    if (present === undefined) added++
    else if (isDeepStrictEqual(present, entry)) known++
    else onConflict(entry.id)
  }
  return { added, known }
}
