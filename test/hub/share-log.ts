import { ulid } from 'ulid'
import type { LogEntry } from '../../src/core/log-entry.ts'
import type { Hub } from '../../src/hub/hub.ts'
import { pushEntries } from '../../src/hub/log/push-entries.ts'

export async function personCalled({ db }: Hub, name: string): Promise<string> {
  const [found] = await db.query<{ readonly id: string }>('select id from person where name = $1', [name])
  if (found === undefined) throw new Error(`Nobody is called ${name}.`)
  return found.id
}

/** What a learner says to their hub, as an entry of their log. */
export function saying(kind: 'consent' | 'leave', person: string, at: number, given = true): LogEntry {
  const body = kind === 'consent' ? { given } : {}
  return { id: ulid(at), device: 'test', kind, version: 1, at, offsetMin: 60, subject: person, body }
}

/** Sends a log as it comes from some machine, in parts and in whatever order. */
export async function pushAll(hub: Hub, person: string, entries: readonly LogEntry[]): Promise<void> {
  for (let at = 0; at < entries.length; at += 500) {
    const { refused } = await pushEntries(hub.db, person, entries.slice(at, at + 500), hub.now())
    if (refused.length > 0) throw new Error(refused[0]?.why.en)
  }
}
