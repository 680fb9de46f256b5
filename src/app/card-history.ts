import { UNSEEN_CARD } from '../core/card-state.ts'
import { type StudyDay, studyDayOf } from '../core/day.ts'
import type { CardChange, EventId } from '../core/event.ts'
import type { CardId } from '../core/ids.ts'
import type { Memory } from '../core/memory.ts'
import { nextCardState } from '../core/next-state.ts'
import {
  changesSchedule,
  INITIAL_PARAMETERS,
  parametersAfter,
  schedulerFor,
} from '../core/parameters-by-scope.ts'
import type { Deps } from './deps.ts'

/** One thing that was done to a card. */
export interface HistoryEntry {
  readonly event: EventId
  readonly day: StudyDay
  readonly change: CardChange
  /** The probability of recall when it was done; undefined before the first review. */
  readonly recall: number | undefined
  /** What it made of the memory. */
  readonly memory: Memory
}

/** All that was done to a card and stands, the oldest first. */
export function cardHistory({ store }: Pick<Deps, 'store'>, card: CardId): readonly HistoryEntry[] {
  let [state, parameters] = [UNSEEN_CARD, INITIAL_PARAMETERS]
  const entries: HistoryEntry[] = []
  for (const event of store.eventsOf(card)) {
    if ((event.kind === 'config' || event.kind === 'parameters') && changesSchedule(event)) {
      parameters = parametersAfter(parameters, event)
    }
    if (!('card' in event)) continue
    const day = studyDayOf(event)
    const { memory } = state
    const recall =
      memory.kind === 'new' ? undefined : schedulerFor(parameters.cards).retrievability(memory, day)
    state = nextCardState(card, state, event, event, parameters)
    entries.push({ event: event.id, day, change: event, recall, memory: state.memory })
  }
  return entries
}
