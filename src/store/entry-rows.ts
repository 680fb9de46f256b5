import type { JsonObject, LogEntry } from '../core/log-entry.ts'

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
