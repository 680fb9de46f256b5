import type { LogEntry } from '../../core/log-entry.ts'
import { isMachineSetting } from '../../core/settings.ts'

/**
 * Whether a hub is told of an entry, and may tell of one: where Python is on one machine says nothing to
 * another, and what is said to one hub is no business of the next.
 */
export function travelsToHub(member: string, { kind, subject }: Pick<LogEntry, 'kind' | 'subject'>): boolean {
  if (kind === 'config') return !isMachineSetting(subject)
  return (kind !== 'consent' && kind !== 'leave') || subject === member
}
