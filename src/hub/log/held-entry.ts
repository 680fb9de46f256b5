import type { JsonObject, LogEntry } from '../../core/log-entry.ts'

/** By name, so that a column which a newer hub adds meanwhile changes no prepared statement. */
export const ENTRY_COLUMNS = 'id, device, kind, version, at, offset_min, subject, body'

export interface HeldEntry {
  readonly id: string
  readonly device: string
  readonly kind: string
  readonly version: number
  readonly at: number
  readonly offset_min: number
  readonly subject: string
  readonly body: string
}

export function entryHeld({ id, device, kind, version, at, offset_min, subject, body }: HeldEntry): LogEntry {
  return {
    id,
    device,
    kind,
    version,
    at,
    offsetMin: offset_min,
    subject,
    body: JSON.parse(body) as JsonObject,
  }
}
