import type { LogEntry } from '../../core/log-entry.ts'
import type { Deps } from '../deps.ts'

/** Whether the teacher may see how the learner gets on: not until they said so. */
export function consentTo({ store }: Pick<Deps, 'store'>, member: string): boolean {
  const last = store.hubs.said(member).findLast(({ kind }) => kind === 'consent')
  return last?.body['given'] === true
}

/** What the learner said when they left, on whichever machine. */
export function leaveOf({ store }: Pick<Deps, 'store'>, member: string): LogEntry | undefined {
  return store.hubs.said(member).find(({ kind }) => kind === 'leave')
}
