import type { Event, EventId } from '../core/event.ts'
import type { CardId, ExerciseId } from '../core/ids.ts'
import { eventOf, type LogEntry } from '../core/log-entry.ts'
import { changesSchedule } from '../core/parameters-by-scope.ts'
import type { Tables } from './tables.ts'

/** Whose states some new entries change. */
export interface Touched {
  /** Events of cards, in order, that stand behind all that their card's state knows: one step each. */
  readonly steps: readonly Event[]
  /** The other cards. */
  readonly cards: ReadonlySet<CardId>
  readonly exercises: ReadonlySet<ExerciseId>
  readonly settings: ReadonlySet<string>
  readonly interviews: ReadonlySet<string>
  /** From this event on everything is scheduled otherwise. */
  readonly rescheduledFrom: EventId | undefined
}

/** Asked before the entries are inserted. */
export function touchedBy({ log }: Tables, entries: readonly LogEntry[]): Touched {
  const events = entries.flatMap((entry) => eventOf(entry) ?? [])
  const undone = events.flatMap((event) => undoneBy(log, event))
  const all = [...events, ...undone]
  const scheduling = all.filter(changesSchedule).map(({ id }) => id)
  const behind = scheduling.length === 0 ? cardsBehind(log, events) : new Set()
  const isStep = (event: Event) => 'card' in event && behind.has(event.card)
  const refolded = [...events.filter((event) => !isStep(event)), ...undone]
  const cards = new Set(refolded.flatMap((event) => ('card' in event ? [event.card] : [])))
  return {
    steps: events.filter((event) => isStep(event) && 'card' in event && !cards.has(event.card)).sort(inOrder),
    cards,
    exercises: new Set(all.flatMap((event) => ('exercise' in event ? [event.exercise] : []))),
    settings: new Set(
      all.flatMap((event) => (event.kind === 'config' && !changesSchedule(event) ? [event.key] : [])),
    ),
    interviews: new Set(all.flatMap((event) => (event.kind === 'interview' ? [event.begun] : []))),
    rescheduledFrom: scheduling.sort()[0],
  }
}

function undoneBy(log: Tables['log'], event: Event): readonly Event[] {
  const target = event.kind === 'undo' ? log.find(event.target) : undefined
  const undone = target && eventOf(target)
  return undone ? [undone] : []
}

/** Cards all of whose new events stand behind those that are known of them, and behind what changed the schedule. */
function cardsBehind(log: Tables['log'], events: readonly Event[]): ReadonlySet<CardId> {
  const firsts = new Map<CardId, EventId>()
  for (const event of events) {
    if (!('card' in event)) continue
    const first = firsts.get(event.card)
    if (first === undefined || event.id < first) firsts.set(event.card, event.id)
  }
  const scheduled = log.standingOfSchedule().at(-1)?.id ?? ''
  const behind = [...firsts].filter(
    ([card, first]) => first > scheduled && first > (log.latestAbout(card) ?? ''),
  )
  return new Set(behind.map(([card]) => card))
}

function inOrder(one: Event, other: Event): number {
  return one.id < other.id ? -1 : 1
}
