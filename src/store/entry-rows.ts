import type { Event } from '../core/event.ts'
import { eventOf, type JsonObject, type LogEntry } from '../core/log-entry.ts'

export interface EntryRow {
  readonly id: string
  readonly device: string
  readonly kind: string
  readonly version: number
  readonly at: number
  readonly offset_min: number
  readonly subject: string
  readonly body: string
}

export function entryRow({ offsetMin, body, ...entry }: LogEntry): EntryRow {
  return { ...entry, offset_min: offsetMin, body: JSON.stringify(body) }
}

export function entryOfRow({ offset_min: offsetMin, body, ...row }: EntryRow): LogEntry {
  return { ...row, offsetMin, body: JSON.parse(body) as JsonObject }
}

/** Undefined for no row, and for what only a newer program understands. */
export function eventOfRow(row: EntryRow | undefined): Event | undefined {
  return row && eventOf(entryOfRow(row))
}

/** Those that this program understands. */
export function eventsOfRows(rows: readonly EntryRow[]): readonly Event[] {
  return rows.flatMap((row) => eventOfRow(row) ?? [])
}
