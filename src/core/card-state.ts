import type { Moment, StudyDay } from './day.ts'
import { type Memory, type MemoryTrace, NEW, type NewMemory } from './memory.ts'
import type { Rating } from './rating.ts'
import type { Scheduler } from './scheduler.ts'

/** All that the log says about one card. */
export interface CardState {
  readonly memory: Memory
  readonly suspended: boolean
  /** Not shown on this study day. */
  readonly buriedOn: StudyDay | undefined
  readonly leech: boolean
}

export const UNSEEN_CARD: CardState = { memory: NEW, suspended: false, buriedOn: undefined, leech: false }

/** They differ at most in what is remembered. */
export function haveSameMarks(one: CardState, other: CardState): boolean {
  return one.suspended === other.suspended && one.buriedOn === other.buriedOn && one.leech === other.leech
}

/** A card that lapses this often is a leech: it is suspended until its text is mended. */
export const LEECH_LAPSES = 8

export function afterReview(
  id: string,
  state: CardState,
  rating: Rating,
  now: Moment,
  scheduler: Scheduler,
): CardState {
  const memory = scheduler.next(id, state.memory, rating, now)
  const lapsed = memory.lapses > lapsesOf(state.memory)
  const leech = lapsed && isLeechAt(memory.lapses)
  return { ...state, memory, leech: state.leech || leech, suspended: state.suspended || leech }
}

/** A learner who takes a leech up again is warned at every further half of the threshold, as in Anki. */
function isLeechAt(lapses: number): boolean {
  return lapses >= LEECH_LAPSES && (lapses - LEECH_LAPSES) % (LEECH_LAPSES / 2) === 0
}

function lapsesOf(memory: Memory): number {
  return memory.kind === 'new' ? 0 : memory.lapses
}

/** Neither suspended nor buried for the day. */
export function isShownOn(state: CardState, day: StudyDay): boolean {
  return !state.suspended && state.buriedOn !== day
}

/** From this stability on a card counts as stable: it unlocks the exercises that need it. */
const STABLE_DAYS = 7

export function isStable(memory: NewMemory | MemoryTrace): boolean {
  return memory.kind === 'review' && memory.stability >= STABLE_DAYS
}
