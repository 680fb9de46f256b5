import type { Moment } from './day.ts'
import type { Event, EventBody, EventId } from './event.ts'

/**
 * An event as the log keeps it and passes it on. `kind` and `version` may be of a newer program: such an entry is kept and
 * skipped, never lost.
 */
export interface LogEntry extends Moment {
  readonly id: EventId
  readonly device: string
  readonly kind: string
  readonly version: number
  /** What the event is about; the log's index. */
  readonly subject: string
  readonly body: JsonObject
}

export interface JsonObject {
  readonly [name: string]: unknown
}

export type EventKind = EventBody['kind']

/**
 * The form in which each kind is written, and the field that is its subject. A body that an older program would not understand,
 * also by a new word in a closed set (a language, a verdict), needs a higher version; the migration that comes with it passes
 * what was kept of that version through `parseEntry`, which has not seen its body.
 */
const FORMS = {
  review: { version: 1, subject: 'card' },
  suspend: { version: 1, subject: 'card' },
  bury: { version: 1, subject: 'card' },
  attempt: { version: 1, subject: 'exercise' },
  practice: { version: 1, subject: 'exercise' },
  hint: { version: 1, subject: 'exercise' },
  undo: { version: 1, subject: 'target' },
  config: { version: 1, subject: 'key' },
  parameters: { version: 1, subject: 'scope' },
} as const satisfies Record<EventKind, { readonly version: number; readonly subject: string }>

export function entryOf(event: Event): LogEntry {
  const { id, device, kind, at, offsetMin, ...rest } = event
  const { [FORMS[kind].subject]: subject, ...body } = rest as JsonObject
  return { id, device, kind, version: versionOf(kind), at, offsetMin, subject: String(subject), body }
}

/** Undefined for what only a newer program understands. An entry that was checked at the door is not checked again. */
export function eventOf({
  id,
  device,
  kind,
  version,
  at,
  offsetMin,
  subject,
  body,
}: LogEntry): Event | undefined {
  if (!isUnderstood(kind, version)) return undefined
  return { ...body, id, device, kind, at, offsetMin, [FORMS[kind].subject]: subject } as unknown as Event
}

export function versionOf(kind: EventKind): number {
  return FORMS[kind].version
}

export function isUnderstood(kind: string, version: number): kind is EventKind {
  return Object.hasOwn(FORMS, kind) && versionOf(kind as EventKind) === version
}
