import type { Moment } from './day.ts'
import type { Event, EventBody, EventId } from './event.ts'

/**
 * An event as the log keeps it and passes it on. `kind` and `version` may be of a newer program: such an
 * entry is kept and skipped, never lost.
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

/** Of a body as JSON: the largest source that is graded, were each of its characters escaped, and more. */
export const LONGEST_BODY = 2_000_000

export interface JsonObject {
  readonly [name: string]: unknown
}

export type EventKind = EventBody['kind']

/**
 * The versions in which each kind is read, and the field that is its subject. A body that an older program
 * would not understand, also by a new word in a closed set (a language, a verdict), needs a higher version;
 * the migration that comes with it passes what was kept of that version through `parseEntry`, which has not
 * seen its body.
 */
const FORMS = {
  review: { versions: [1, 2], subject: 'card' },
  suspend: { versions: [1], subject: 'card' },
  bury: { versions: [1], subject: 'card' },
  forget: { versions: [1], subject: 'card' },
  due: { versions: [1], subject: 'card' },
  place: { versions: [1], subject: 'card' },
  attempt: { versions: [1], subject: 'exercise' },
  practice: { versions: [1], subject: 'exercise' },
  hint: { versions: [1], subject: 'exercise' },
  interview: { versions: [1], subject: 'begun' },
  undo: { versions: [1], subject: 'target' },
  config: { versions: [1], subject: 'key' },
  parameters: { versions: [1], subject: 'scope' },
  memory: { versions: [1], subject: 'card' },
  'anki-notetype': { versions: [1], subject: 'notetype' },
  'anki-note': { versions: [1], subject: 'note' },
  'imported-note': { versions: [1], subject: 'note' },
  consent: { versions: [1], subject: 'member' },
  leave: { versions: [1], subject: 'member' },
} as const satisfies Record<EventKind, { readonly versions: readonly number[]; readonly subject: string }>

export type VersionOf<K extends EventKind> = (typeof FORMS)[K]['versions'][number]

/** The least that says all, so that older programs go on to understand what they can. */
function versionFor(event: Event): number {
  return event.kind === 'review' && event.interview ? 2 : 1
}

export function entryOf(event: Event): LogEntry {
  const { id, device, kind, at, offsetMin, ...rest } = event
  const { [FORMS[kind].subject]: subject, ...body } = rest as JsonObject
  return { id, device, kind, version: versionFor(event), at, offsetMin, subject: String(subject), body }
}

/**
 * Undefined for what only a newer program understands. An entry that was checked at the door is not checked
 * again. What an older version does not say did not exist: a review of version 1 is an ordinary one.
 */
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

export function versionsOf(kind: EventKind): readonly number[] {
  return FORMS[kind].versions
}

export function isUnderstood(kind: string, version: number): kind is EventKind {
  return Object.hasOwn(FORMS, kind) && versionsOf(kind as EventKind).includes(version)
}
