import { type CardState, isStable } from './card-state.ts'
import { type Moment, studyDayOf } from './day.ts'
import type { Exercise } from './exercise.ts'
import { type ExerciseState, isRoundBegun, UNSEEN_EXERCISE } from './exercise-state.ts'
import type { CardId, ExerciseId } from './ids.ts'
import { isDue } from './memory.ts'
import type { Scheduler } from './scheduler.ts'

/** Why an exercise is the most useful one now. */
export type Reason =
  /** Tried in this round and not yet accepted. */
  | { readonly kind: 'open' }
  | { readonly kind: 'due'; readonly days: number }
  /** New, and every card it needs is stable. */
  | { readonly kind: 'unlocked' }
  /** New; these cards are not yet stable. A gate that advises, never a lock. */
  | { readonly kind: 'new'; readonly unstable: readonly CardId[] }
  /** Practice: not due before this many days. */
  | { readonly kind: 'ahead'; readonly days: number }

export interface Assignment {
  readonly exercise: Exercise
  readonly reason: Reason
}

export interface AssignInput {
  readonly exercises: readonly Exercise[]
  readonly states: ReadonlyMap<ExerciseId, ExerciseState>
  readonly stateOfCard: (card: CardId) => CardState
  readonly now: Moment
  readonly scheduler: Scheduler
}

/** Every exercise with its reason, the most useful first. */
export function rankExercises(input: AssignInput): readonly Assignment[] {
  return input.exercises
    .map((exercise) => ({ exercise, reason: reasonFor(exercise, input), rank: rankOf(exercise, input) }))
    .sort((one, other) => compare(one.rank, other.rank))
    .map(({ exercise, reason }) => ({ exercise, reason }))
}

/** The most useful exercise; undefined when none is open, due or new. */
export function assignExercise(input: AssignInput): Assignment | undefined {
  const [first] = rankExercises(input)
  return first?.reason.kind === 'ahead' ? undefined : first
}

function reasonFor(exercise: Exercise, { states, stateOfCard, now }: AssignInput): Reason {
  const state = states.get(exercise.id) ?? UNSEEN_EXERCISE
  if (isRoundBegun(state, now)) return { kind: 'open' }
  const { memory } = state
  if (memory.kind === 'review') {
    const today = studyDayOf(now)
    return isDue(memory, today)
      ? { kind: 'due', days: Math.max(0, today - memory.dueDay) }
      : { kind: 'ahead', days: memory.dueDay - today }
  }
  const unstable = exercise.prerequisites.filter((id) => !isStable(stateOfCard(id).memory))
  return unstable.length === 0 ? { kind: 'unlocked' } : { kind: 'new', unstable }
}

const CLASS = { open: 0, due: 1, unlocked: 2, new: 3, ahead: 4 } as const satisfies Record<
  Reason['kind'],
  number
>

/** Smaller is sooner: first the class of the reason, then the order within it. */
function rankOf(exercise: Exercise, input: AssignInput): readonly [number, number] {
  const reason = reasonFor(exercise, input)
  switch (reason.kind) {
    case 'due':
      return [CLASS.due, -overdueness(exercise, input)]
    case 'new':
      return [CLASS.new, reason.unstable.length / exercise.prerequisites.length]
    case 'ahead':
      return [CLASS.ahead, reason.days]
    default:
      return [CLASS[reason.kind], exercise.minutes]
  }
}

function overdueness(exercise: Exercise, { states, now, scheduler }: AssignInput): number {
  const { memory } = states.get(exercise.id) ?? UNSEEN_EXERCISE
  return memory.kind === 'new' ? 0 : (studyDayOf(now) - memory.lastDay) / scheduler.idealIntervalDays(memory)
}

function compare(one: readonly [number, number], other: readonly [number, number]): number {
  return one[0] - other[0] || one[1] - other[1]
}
