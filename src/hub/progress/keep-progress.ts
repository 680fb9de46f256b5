import { setTimeout as delay } from 'node:timers/promises'
import { isAway } from '../database/is-away.ts'
import type { Hub } from '../hub.ts'
import { foldProgress } from './fold-progress.ts'
import { PROGRESS_FORM, type ProgressState } from './progress-state.ts'

/** A learner who shares, and whose log has grown since it was folded, or never was. */
interface Behind {
  readonly person: string
  /** Of their log when it was seen to be behind: what arrives while it is folded leaves it behind again. */
  readonly entries: number
}

/** How often it is looked who is behind. */
const EVERY_MS = 20_000

/**
 * Keeps what follows from the logs, until the signal: what has to be made is told by counts that lie in the
 * database, so that nothing is forgotten when this process ends, and each log is folded once however often
 * its learner pushed meanwhile.
 */
export async function keepProgress(hub: Hub, signal: AbortSignal, everyMs = EVERY_MS): Promise<void> {
  const failed = new Map<string, number>()
  while (!signal.aborted) {
    // A database that is away comes back; whoever runs the hub hears of it.
    await catchUp(hub, { failed, isOver: () => signal.aborted }).catch(hub.journal.mistake)
    await delay(everyMs, undefined, { signal }).catch(() => undefined)
  }
}

interface CatchUp {
  /** All of them where it is left out. */
  readonly course?: string
  /** Entries to go through at most; a longer log is left for another time. */
  readonly most?: number
  readonly isOver?: () => boolean
  /** Logs of which nothing could be made, at so many entries: left alone until they have grown. */
  readonly failed?: Map<string, number>
}

/** Folds the logs that have grown, the shortest first. */
export async function catchUp(
  hub: Hub,
  { course, most = Number.POSITIVE_INFINITY, isOver = () => false, failed = new Map() }: CatchUp,
): Promise<void> {
  let left = most
  for (const behind of await whoIsBehind(hub, course)) {
    if (failed.get(behind.person) === behind.entries) continue
    left -= behind.entries
    if (left < 0 || isOver()) return
    await follow(hub, behind, isOver).catch((error) => {
      if (isAway(error)) throw error
      // A log of which nothing can be made keeps no other learner's from being followed.
      failed.set(behind.person, behind.entries)
      hub.journal.mistake(error)
    })
  }
}

async function follow(hub: Hub, behind: Behind, isOver: () => boolean): Promise<void> {
  const state = await foldProgress(hub.db, behind.person, isOver)
  if (state !== undefined) await keep(hub, behind, state)
}

function whoIsBehind({ db }: Hub, course: string | undefined): Promise<readonly Behind[]> {
  return db.query<Behind>(
    `select person.id person, person.entries from person left join progress on progress.person = person.id
     where person.role = 'learner' and person.shares and person.left_at is null
       and (progress.form is distinct from $1 or progress.entries <> person.entries)
       and ($2::text is null or person.course = $2)
     order by person.entries, person.id`,
    [PROGRESS_FORM, course ?? null],
  )
}

/** Unless they took their consent back, or left, while their log was folded. */
async function keep({ db, now }: Hub, { person, entries }: Behind, state: ProgressState): Promise<void> {
  await db.transaction(async (sql) => {
    const sharing = await sql.query(
      'select 1 from person where id = $1 and shares and left_at is null for update',
      [person],
    )
    if (sharing.length === 0) return
    await sql.query(
      `insert into progress (person, entries, form, folded_at, state) values ($1, $2, $3, $4, $5)
       on conflict (person) do update set entries = excluded.entries, form = excluded.form,
         folded_at = excluded.folded_at, state = excluded.state`,
      [person, entries, PROGRESS_FORM, now(), JSON.stringify(state)],
    )
  })
}
