import type { Event, EventId } from '../../core/event.ts'
import { type Projection, startFold } from '../../core/fold.ts'
import { eventOf } from '../../core/log-entry.ts'
import { pastAttemptOf } from '../../core/past-attempt.ts'
import type { Sql } from '../database/database.ts'
import { streamLog } from '../log/read-entries.ts'
import type { KeptAttempt, KeptMemory, ProgressState } from './progress-state.ts'

/** The whole of a learner's log, as their own program folds it; undefined where it is over before the end. */
export async function foldProgress(
  sql: Sql,
  person: string,
  isOver: () => boolean,
): Promise<ProgressState | undefined> {
  const undone = await undoneBy(sql, person)
  const fold = startFold()
  const attempts: KeptAttempt[] = []
  let offsetMin = 0
  for await (const entry of streamLog(sql, person)) {
    if (isOver()) return undefined
    const event = undone.has(entry.id) ? undefined : eventOf(entry)
    if (event === undefined) continue
    fold.take(event)
    attempts.push(...attemptsIn(event))
    offsetMin = event.offsetMin
  }
  return stateOf(fold.projection(), attempts, offsetMin)
}

async function undoneBy(sql: Sql, person: string): Promise<ReadonlySet<EventId>> {
  const rows = await sql.query<{ readonly subject: EventId }>(
    `select subject from entry where person = $1 and kind = 'undo'`,
    [person],
  )
  return new Set(rows.map(({ subject }) => subject))
}

function attemptsIn(event: Event): readonly KeptAttempt[] {
  const attempt = pastAttemptOf(event)
  return attempt ? [{ ...attempt, recalls: event.kind === 'attempt' ? event.recalls : [] }] : []
}

function stateOf(
  { cards, exercises, settings, parameters, days }: Projection,
  attempts: readonly KeptAttempt[],
  offsetMin: number,
): ProgressState {
  return {
    offsetMin,
    interview: settings.get('interview') ?? '',
    parameters,
    cards: [...cards].flatMap(([card, { memory }]): readonly KeptMemory[] =>
      memory.kind === 'new' ? [] : [[card, memory.kind, memory.stability, memory.lastDay, memory.lapses]],
    ),
    exercises: [...exercises],
    attempts,
    days: [...days],
  }
}
