import { type StudyDay, studyDayOf } from '../core/day.ts'
import type { CardChange, EventId } from '../core/event.ts'
import type { CardId } from '../core/ids.ts'
import type { Memory } from '../core/memory.ts'
import { type ParametersByScope, schedulerFor } from '../core/parameters-by-scope.ts'
import { replayCards } from '../core/replay-cards.ts'
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
  const entries: HistoryEntry[] = []
  for (const { event, before, state, parameters } of replayCards(store.eventsOf(card))) {
    const day = studyDayOf(event)
    if (event.kind === 'place') {
      const last = entries.at(-1)
      if (last) entries[entries.length - 1] = { ...last, memory: state.memory }
      continue
    }
    const recall = recallOf(before.memory, day, parameters)
    entries.push({ event: event.id, day, change: event, recall, memory: state.memory })
  }
  return entries
}

function recallOf(memory: Memory, day: StudyDay, { cards }: ParametersByScope): number | undefined {
  return memory.kind === 'new' ? undefined : schedulerFor(cards).retrievability(memory, day)
}
