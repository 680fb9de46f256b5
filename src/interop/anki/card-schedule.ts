import type { CardState } from '../../core/card-state.ts'
import type { StudyDay } from '../../core/day.ts'
import type { Memory, SeenMemory } from '../../core/memory.ts'
import type { SchedulingParameters } from '../../core/scheduling-parameters.ts'

/** How a card stands, in the columns of Anki's table. */
export interface CardSchedule {
  readonly type: number
  readonly queue: number
  /** A new card's place, the day of a review counted from the collection's first, or the second of a step. */
  readonly due: number
  readonly ivl: number
  readonly factor: number
  readonly reps: number
  readonly lapses: number
  readonly left: number
  readonly data: string
}

export interface AnkiCalendar {
  /** The collection's first day, from which Anki counts. */
  readonly firstDay: StudyDay
  readonly today: StudyDay
}

const TYPES = { new: 0, learning: 1, review: 2, relearning: 3 } as const
const QUEUES = { new: 0, learning: 1, review: 2, relearning: 1 } as const
const SUSPENDED = -1
const BURIED = -3

/** Of the ease that Anki's older scheduler reckons with; FSRS does not read it. */
export const UNUSED_EASE = 2500

/** @param position of the card's note among all, in which order new ones come */
export function scheduleOf(
  state: CardState,
  position: number,
  calendar: AnkiCalendar,
  parameters: SchedulingParameters,
): CardSchedule {
  const { memory } = state
  return {
    type: TYPES[memory.kind],
    queue: queueOf(state, calendar),
    due: memory.kind === 'new' ? position : dueOf(memory, calendar),
    ...(memory.kind === 'new' ? UNSEEN : seen(memory, parameters)),
  }
}

function queueOf({ memory, suspended, buriedOn }: CardState, { today }: AnkiCalendar): number {
  if (suspended) return SUSPENDED
  return buriedOn === today ? BURIED : QUEUES[memory.kind]
}

function dueOf(memory: SeenMemory, { firstDay }: AnkiCalendar): number {
  return memory.kind === 'review' ? memory.dueDay - firstDay : Math.round(memory.due / 1000)
}

const UNSEEN = { ivl: 0, factor: 0, reps: 0, lapses: 0, left: 0, data: '{}' }

function seen(memory: SeenMemory, { weights, desiredRetention, steps }: SchedulingParameters) {
  const all = memory.kind === 'relearning' ? steps.relearning : steps.learning
  const left = memory.kind === 'review' ? 0 : Math.max(1, all.length - memory.step)
  return {
    ivl:
      memory.kind === 'relearning'
        ? Math.max(1, Math.round(memory.stability))
        : Math.max(0, intervalOf(memory)),
    factor: UNUSED_EASE,
    reps: memory.reps,
    lapses: memory.lapses,
    left,
    data: JSON.stringify({
      s: rounded(memory.stability, 4),
      d: rounded(memory.difficulty, 3),
      dr: rounded(desiredRetention, 2),
      decay: rounded(weights.at(-1) ?? 0, 4),
      lrt: Math.floor(memory.lastReview / 1000),
    }),
  }
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals))
}

/** Whole days, or seconds with a minus before them. */
export function intervalOf(memory: Memory): number {
  if (memory.kind === 'new') return 0
  return memory.kind === 'review' ? memory.intervalDays : -Math.round((memory.due - memory.lastReview) / 1000)
}
