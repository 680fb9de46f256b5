import { setImmediate } from 'node:timers/promises'
import type { CardState } from '../../core/card-state.ts'
import type { Event, EventId } from '../../core/event.ts'
import { type Projection, startFold } from '../../core/fold.ts'
import type { CardId } from '../../core/ids.ts'
import { eventOf } from '../../core/log-entry.ts'
import { pastAttemptOf } from '../../core/past-attempt.ts'
import type { Sql } from '../database/database.ts'
import { streamLog } from '../log/read-entries.ts'
import type { KeptAttempt, KeptMemory, ProgressState } from './progress-state.ts'

/** More cards and submissions than anybody has who learns; in a log anything may stand. */
const MOST_KEPT = 400_000
/** As in a log of ten million reviews whose weights change each month for five years: some two minutes. */
const MOST_REWEIGHED = 300_000_000
/** So long at most nobody else has a turn, but for a single event. */
const TURN_MS = 50

/**
 * The whole of a learner's log, as their own program folds it; undefined where it is over before the end.
 * @throws where it is more than anybody's
 */
export async function foldProgress(
  sql: Sql,
  person: string,
  isOver: () => boolean,
): Promise<ProgressState | undefined> {
  const undone = await undoneBy(sql, person)
  const cards = new Map<CardId, CardState>()
  const fold = startFold(cards)
  const { exercises, days } = fold.projection()
  const attempts: KeptAttempt[] = []
  let turnedAt = performance.now()
  let offsetMin = 0
  let reviews = 0
  /** Each change of weights goes through all reviews before it. */
  let reweighed = 0
  for await (const entry of streamLog(sql, person)) {
    const event = undone.has(entry.id) ? undefined : eventOf(entry)
    if (event !== undefined) offsetMin = event.offsetMin
    if (event === undefined || !isOfProgress(event)) continue
    if (event.kind === 'review') reviews++
    if (event.kind === 'parameters') reweighed += reviews
    fold.take(event)
    attempts.push(...attemptsIn(event))
    if (isOver()) return undefined
    const kept = cards.size + exercises.size + days.size + attempts.length
    if (kept > MOST_KEPT || reweighed > MOST_REWEIGHED) throw moreThanAnybodys(person)
    if (performance.now() - turnedAt > TURN_MS) {
      await setImmediate()
      turnedAt = performance.now()
    }
  }
  return stateOf(fold.projection(), attempts, offsetMin)
}

/** Of settings but these nothing is kept, and of the rest of a log nothing follows here. */
function isOfProgress(event: Event): boolean {
  if (event.kind === 'config') return event.key === 'interview' || event.key === 'retention'
  return event.kind !== 'interview'
}

function moreThanAnybodys(person: string): Error {
  return new Error(`the log of the learner ${person} is more than can be followed`)
}

async function undoneBy(sql: Sql, person: string): Promise<ReadonlySet<EventId>> {
  const rows = await sql.query<{ readonly subject: EventId }>(
    `select subject from entry where person = $1 and kind = 'undo'`,
    [person],
  )
  return new Set(rows.map(({ subject }) => subject))
}

/** A diagnosis names a few. */
const MOST_RECALLS = 20

function attemptsIn(event: Event): readonly KeptAttempt[] {
  const attempt = pastAttemptOf(event)
  return attempt
    ? [{ ...attempt, recalls: event.kind === 'attempt' ? event.recalls.slice(0, MOST_RECALLS) : [] }]
    : []
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
