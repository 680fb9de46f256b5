import { type EventKind, versionsOf } from '../core/log-entry.ts'

/** An event that no undo names. */
export const STANDS = `not exists (select 1 from event undo where undo.kind = 'undo' and undo.subject = event.id)`

/** An event whose body this program can read. */
export function understood(kind: EventKind): string {
  return `kind = '${kind}' and version in (${versionsOf(kind).join(', ')})`
}

export function among(names: readonly string[]): string {
  return `in (${names.map((name) => `'${name}'`).join(', ')})`
}
