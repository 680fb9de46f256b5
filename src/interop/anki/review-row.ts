import type { CardState } from '../../core/card-state.ts'
import { type Moment, studyDayOf } from '../../core/day.ts'
import type { CardEvent } from '../../core/event.ts'
import type { Memory } from '../../core/memory.ts'
import { RATINGS } from '../../core/rating.ts'
import { unreachable } from '../../core/unreachable.ts'
import { intervalOf, UNUSED_EASE } from './card-schedule.ts'

/** A row of Anki's review log, but for the card's number. */
export interface ReviewRow {
  /** When it was, and Anki's key for it. */
  readonly id: number
  /** 1 (again) to 4 (easy); 0 for what is no answer. */
  readonly ease: number
  readonly ivl: number
  readonly lastIvl: number
  readonly factor: number
  readonly time: number
  readonly type: number
}

const [LEARNING, REVIEW, RELEARNING, EARLY, MANUAL] = [0, 1, 2, 3, 4]

/** Longer ones say that the learner went away; Anki's column holds 32 bits. */
const LONGEST_MS = 2 ** 31 - 1

/** Undefined where Anki's review log keeps nothing of it. */
export function reviewRow(
  event: Moment & CardEvent,
  before: CardState,
  after: CardState,
): ReviewRow | undefined {
  const common = { id: event.at, ivl: intervalOf(after.memory), lastIvl: intervalOf(before.memory) }
  switch (event.kind) {
    case 'review':
      return {
        ...common,
        ease: RATINGS.indexOf(event.rating) + 1,
        factor: shiftedDifficulty(after.memory),
        time: Math.min(LONGEST_MS, Math.max(0, Math.round(event.durationMs))),
        type: typeOf(before.memory, event),
      }
    case 'forget':
      return { ...common, ease: 0, ivl: 0, factor: 0, time: 0, type: MANUAL }
    case 'due':
      return before.memory.kind === 'new'
        ? undefined
        : { ...common, ease: 0, factor: UNUSED_EASE, time: 0, type: MANUAL }
    case 'suspend':
    case 'bury':
    case 'place':
    case 'memory':
      return undefined
    default:
      return unreachable(event)
  }
}

function typeOf(memory: Memory, now: Moment): number {
  switch (memory.kind) {
    case 'new':
    case 'learning':
      return LEARNING
    case 'relearning':
      return RELEARNING
    case 'review':
      return studyDayOf(now) < memory.dueDay ? EARLY : REVIEW
    default:
      return unreachable(memory)
  }
}

/** Where FSRS schedules, Anki keeps the difficulty in the place of the ease: 1 to 10 as 100 to 1100. */
function shiftedDifficulty(memory: Memory): number {
  return memory.kind === 'new' ? 0 : Math.round(((memory.difficulty - 1) / 9) * 1000 + 100)
}
