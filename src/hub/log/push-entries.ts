import { isDeepStrictEqual } from 'node:util'
import type { Instant } from '../../core/day.ts'
import { OTHER_CONTENT, whyNoEntry } from '../../core/entry-refusals.ts'
import type { EventId } from '../../core/event.ts'
import type { Text } from '../../core/locale.ts'
import type { LogEntry } from '../../core/log-entry.ts'
import { parseEntry } from '../../core/parse-entry.ts'
import { stretchOf } from '../../core/stretch.ts'
import { idDigest } from '../../interop/hub/id-digest.ts'
import type { Database, Sql } from '../database/database.ts'
import { forgetPerson } from '../people/forget-person.ts'
import { conflictsAmong } from './conflicts-among.ts'
import { ENTRY_COLUMNS, entryHeld, type HeldEntry } from './held-entry.ts'
import { stretchesBeyond } from './stretches-beyond.ts'

export interface Pushed {
  readonly added: number
  readonly known: number
  readonly refused: readonly { readonly id: EventId | undefined; readonly why: Text }[]
  /** They left with it: nothing of theirs is here any more. */
  readonly left: boolean
  /** Something was left out, for their log is as long as it may be. */
  readonly full: boolean
}

/** What one learner's log may come to, where whoever runs the hub says nothing else: some millions of answers. */
export const DEFAULT_QUOTA_BYTES = 2 ** 30

/** Takes entries of a learner's log in: each once, however often it comes, all in one transaction. */
export async function pushEntries(
  db: Database,
  person: string,
  foreign: readonly unknown[],
  now: Instant,
  quotaBytes = DEFAULT_QUOTA_BYTES,
): Promise<Pushed> {
  const { entries, doubled, refused } = letIn(foreign)
  return await db.transaction(async (sql) => {
    // Whoever pushes for the same learner at the same time waits here.
    const [standing] = await sql.query<{ readonly left: number | null; readonly bytes: number }>(
      'select left_at "left", entry_bytes bytes from person where id = $1 for update',
      [person],
    )
    if (standing === undefined || standing.left !== null) return GONE
    const fitting = entries.filter(fitsInto(quotaBytes - standing.bytes, person))
    const beyond = await stretchesBeyond(sql, person, new Set(fitting.map(({ id }) => stretchOf(id))))
    const isScattered = ({ id, kind }: LogEntry) => kind !== 'leave' && beyond.has(stretchOf(id))
    const taken = fitting.filter((entry) => !isScattered(entry))
    const added = await insertNew(sql, person, taken)
    const others = taken.filter(({ id }) => !added.has(id))
    const conflicts = await conflictsAmong(sql, person, others)
    await count(sql, person, added)
    const left = await heed(sql, person, taken, now)
    return {
      added: added.size,
      known: others.length - conflicts.length + doubled,
      refused: [
        ...refused,
        ...fitting.filter(isScattered).map(({ id }) => ({ id, why: SCATTERED })),
        ...conflicts.map((id) => ({ id, why: OTHER_CONTENT })),
      ],
      left,
      full: fitting.length < entries.length,
    }
  })
}

const GONE: Pushed = { added: 0, known: 0, refused: [], left: true, full: false }

interface LetIn {
  /** Each once. */
  readonly entries: readonly LogEntry[]
  /** How many stand there a second time. */
  readonly doubled: number
  readonly refused: Pushed['refused']
}

/** What passes the door. */
function letIn(foreign: readonly unknown[]): LetIn {
  const refused: Pushed['refused'][number][] = []
  const entries = new Map<EventId, LogEntry>()
  let doubled = 0
  for (const one of foreign) {
    const parsed = parseEntry(one)
    if (parsed.kind === 'refused') {
      refused.push({ id: parsed.id, why: whyNoEntry(parsed.field) })
      continue
    }
    const { entry } = parsed
    const before = entries.get(entry.id)
    if (before === undefined) entries.set(entry.id, entry)
    else if (isDeepStrictEqual(before, entry)) doubled++
    else refused.push({ id: entry.id, why: OTHER_CONTENT })
  }
  return { entries: [...entries.values()], doubled, refused }
}

/** Beyond the quota, for whoever no longer shares: some thousand times. */
const ROOM_TO_SAY_SO = 2 ** 20

/** That they leave is heard at any rate. */
function fitsInto(room: number, person: string): (entry: LogEntry) => boolean {
  return (entry) =>
    room > 0 || (isSaidHere(entry, person) && (entry.kind === 'leave' || room > -ROOM_TO_SAY_SO))
}

/** What the rest of an entry takes, about. */
const BYTES_BESIDE_BODY = 300

/** Those that were not there, with what each takes. */
async function insertNew(
  sql: Sql,
  person: string,
  entries: readonly LogEntry[],
): Promise<ReadonlyMap<EventId, number>> {
  if (entries.length === 0) return new Map()
  const rows = await sql.query<{ readonly id: string; readonly bytes: number }>(
    `insert into entry (person, id, device, kind, version, at, offset_min, subject, body)
     select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::integer[], $6::bigint[], $7::integer[], $8::text[], $9::text[])
     on conflict do nothing returning id, octet_length(body) bytes`,
    [
      person,
      entries.map(({ id }) => id),
      entries.map(({ device }) => device),
      entries.map(({ kind }) => kind),
      entries.map(({ version }) => version),
      entries.map(({ at }) => at),
      entries.map(({ offsetMin }) => offsetMin),
      entries.map(({ subject }) => subject),
      entries.map(({ body }) => JSON.stringify(body)),
    ],
  )
  return new Map(rows.map(({ id, bytes }) => [id, bytes + BYTES_BESIDE_BODY]))
}

async function count(sql: Sql, person: string, added: ReadonlyMap<EventId, number>): Promise<void> {
  if (added.size === 0) return
  const stretches = [...Map.groupBy(added.keys(), stretchOf)]
  await sql.query(
    `with counted as (
       insert into stretch (person, stretch, entries, digest)
       select $1, * from unnest($2::text[], $3::integer[], $4::bigint[])
       on conflict (person, stretch) do update
       set entries = stretch.entries + excluded.entries, digest = stretch.digest # excluded.digest
     )
     update person set entries = entries + $5, entry_bytes = entry_bytes + $6 where id = $1`,
    [
      person,
      stretches.map(([stretch]) => stretch),
      stretches.map(([, ids]) => ids.length),
      stretches.map(([, ids]) => idDigest(ids).toString()),
      added.size,
      [...added.values()].reduce((sum, each) => sum + each, 0),
    ],
  )
}

/** What the learner says as who they are here; returns whether they left. */
async function heed(sql: Sql, person: string, entries: readonly LogEntry[], now: Instant): Promise<boolean> {
  const said = entries.filter((entry) => isSaidHere(entry, person))
  if (said.some(({ kind }) => kind === 'leave')) {
    await forgetPerson(sql, person, now)
    return true
  }
  if (said.some(({ kind }) => kind === 'consent')) {
    const [last] = await sql.query<HeldEntry>(
      `select ${ENTRY_COLUMNS} from entry where person = $1 and kind = 'consent' and subject = $1 order by id desc limit 1`,
      [person],
    )
    const shares = last !== undefined && entryHeld(last).body['given'] === true
    await sql.query('update person set shares = $2 where id = $1', [person, shares])
    if (!shares) await sql.query('delete from progress where person = $1', [person])
  }
  return false
}

function isSaidHere({ kind, subject }: LogEntry, person: string): boolean {
  return subject === person && (kind === 'leave' || kind === 'consent')
}

const SCATTERED: Text = {
  en: 'The log has no more room for another time: it spans more than anybody has learned in.',
  zh: '记录分布的时间段过多，超出任何人的学习时间，无法再加入新的时间段。',
}
