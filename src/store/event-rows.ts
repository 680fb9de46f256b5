import type { Event } from '../core/event.ts'
import { subjectOf } from '../core/fold.ts'

export interface EventRow {
  readonly id: string
  readonly device: string
  readonly kind: string
  readonly at: number
  readonly offset_min: number
  readonly subject: string
  readonly body: string
}

export function eventRow(event: Event): EventRow {
  const { id, device, kind, at, offsetMin, ...body } = event
  return {
    id,
    device,
    kind,
    at,
    offset_min: offsetMin,
    subject: subjectOf(event),
    body: JSON.stringify(body),
  }
}

/** The log was written by `eventRow`, so its shape is not checked again. */
export function eventOf(row: EventRow): Event {
  const { id, device, kind, at, offset_min: offsetMin } = row
  return { ...JSON.parse(row.body), id, device, kind, at, offsetMin } as Event
}
