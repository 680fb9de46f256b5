import type { Database } from 'better-sqlite3'
import type { Instant } from '../core/day.ts'
import type { MembershipEvent } from '../core/event.ts'
import type { LogEntry } from '../core/log-entry.ts'
import type { Stretch } from '../core/stretch.ts'
import { type EntryRow, entryOfRow } from './entry-rows.ts'
import { understood } from './event-conditions.ts'
import type { GuardedWrites } from './guard-writes.ts'

/** What a learner says to a hub: a kind that is not here does not compile. */
const SAID = { consent: true, leave: true } as const satisfies Record<MembershipEvent['kind'], true>
const SAID_KINDS = Object.keys(SAID) as (keyof typeof SAID)[]

/** The learner's place at a hub. */
export interface Membership {
  /** Who they are there. */
  readonly member: string
  readonly url: string
  readonly token: string
  /** How it is titled there, and they are called. */
  readonly course: string
  readonly name: string
  readonly usedAt: Instant
  /** Undefined where no sync has come to its end yet. */
  readonly syncedAt: Instant | undefined
}

interface MembershipRow extends Omit<Membership, 'syncedAt'> {
  readonly syncedAt: Instant | null
}

/** Of a stretch of the log: what this machine and the hub had when neither lacked what the other would give. */
export interface AgreedStretch {
  readonly stretch: Stretch
  readonly entries: number
  readonly entriesThere: number
  readonly digestThere: string
}

/** What this machine knows of the hubs at which the learner is a member. */
export function createHubs(db: Database, writing: GuardedWrites) {
  const select = db.prepare<[], MembershipRow>(
    `select member, url, token, course, name, used_at usedAt, synced_at syncedAt
     from hub_membership order by used_at desc`,
  )
  const deleteOthersAt = db.prepare<[string, string]>(
    'delete from hub_membership where url = ? and member <> ?',
  )
  const put = db.prepare<[MembershipRow]>(
    `insert into hub_membership values (@member, @url, @token, @course, @name, @usedAt, @syncedAt) on conflict (member)
     do update set url = excluded.url, token = excluded.token, course = excluded.course, name = excluded.name,
     used_at = excluded.used_at, synced_at = excluded.synced_at`,
  )
  const selectSaid = db.prepare<[string], EntryRow>(
    `select * from event where subject = ? and (${SAID_KINDS.map(understood).join(' or ')}) order by id`,
  )
  const remove = db.prepare<[string]>('delete from hub_membership where member = ?')
  const selectAgreed = db.prepare<[string], AgreedStretch>(
    `select stretch, entries, entries_there entriesThere, digest_there digestThere from hub_stretch where member = ?`,
  )
  const putAgreed = db.prepare<[string, string, number, number, string]>(
    'insert or replace into hub_stretch values (?, ?, ?, ?, ?)',
  )
  return {
    /** The one that was last used first. */
    memberships: (): readonly Membership[] =>
      select.all().map(({ syncedAt, ...one }) => ({ ...one, syncedAt: syncedAt ?? undefined })),
    /** What the learner said to a hub, in order. */
    said: (member: string): readonly LogEntry[] => selectSaid.all(member).map(entryOfRow),
    /** One membership an address: another one there takes its place. */
    keep: writing((membership: Membership): void => {
      deleteOthersAt.run(membership.url, membership.member)
      put.run({ ...membership, syncedAt: membership.syncedAt ?? null })
    }),
    /** The token, too. */
    forget: writing((member: string): void => void remove.run(member)),
    agreed: (member: string): ReadonlyMap<Stretch, AgreedStretch> =>
      new Map(selectAgreed.all(member).map((one) => [one.stretch, one])),
    agree: writing((member: string, stretches: readonly AgreedStretch[]): void => {
      for (const { stretch, entries, entriesThere, digestThere } of stretches)
        putAgreed.run(member, stretch, entries, entriesThere, digestThere)
    }),
  }
}
