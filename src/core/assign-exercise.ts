import { type CardState, isStable } from './card-state.ts'
import { type Moment, studyDayOf } from './day.ts'
import type { Exercise } from './exercise.ts'
import { type ExerciseState, isRoundBegun, UNSEEN_EXERCISE } from './exercise-state.ts'
import type { CardId, ExerciseId } from './ids.ts'
import { isDue } from './memory.ts'
import type { Scheduler } from './scheduler.ts'
import { unreachable } from './unreachable.ts'

/** Why an exercise is the most useful one now. */
export type Reason =
  /** Tried in this round and not yet accepted. */
  | { readonly kind: 'open' }
  | { readonly kind: 'due'; readonly days: number }
  /** New, and every card it needs is stable. */
  | { readonly kind: 'unlocked' }
  /** New, and cards that it needs are not yet stable. A gate that advises, never a lock. */
  | { readonly kind: 'new' }
  /** Practice: not due before this many days. */
  | { readonly kind: 'ahead'; readonly days: number }

export interface Assignment {
  readonly exercise: Exercise
  readonly reason: Reason
  /** The cards it needs that are not yet stable. */
  readonly missing: readonly CardId[]
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
    .map((exercise) => rankedOf(exercise, input))
    .sort(compare)
    .map(({ assignment }) => assignment)
}

/** The most useful exercise that is written to its end; undefined when none is open, due or new. */
export function assignExercise(input: AssignInput): Assignment | undefined {
  let first: Ranked | undefined
  for (const exercise of input.exercises) {
    const one = exercise.isDraft ? undefined : rankedOf(exercise, input)
    if (one !== undefined && (first === undefined || compare(one, first) < 0)) first = one
  }
  return first?.assignment.reason.kind === 'ahead' ? undefined : first?.assignment
}

interface Ranked {
  readonly assignment: Assignment
  readonly rank: Rank
}

function rankedOf(exercise: Exercise, input: AssignInput): Ranked {
  const assignment = assignmentOf(exercise, input)
  return { assignment, rank: rankOf(assignment, input) }
}

function assignmentOf(exercise: Exercise, input: AssignInput): Assignment {
  const missing = exercise.prerequisites.filter((id) => !isStable(input.stateOfCard(id).memory))
  return { exercise, reason: reasonFor(exercise, missing, input), missing }
}

function reasonFor(exercise: Exercise, missing: readonly CardId[], { states, now }: AssignInput): Reason {
  const state = states.get(exercise.id) ?? UNSEEN_EXERCISE
  if (isRoundBegun(state, now)) return { kind: 'open' }
  const { memory } = state
  if (memory.kind === 'review') {
    const today = studyDayOf(now)
    return isDue(memory, today)
      ? { kind: 'due', days: Math.max(0, today - memory.dueDay) }
      : { kind: 'ahead', days: memory.dueDay - today }
  }
  return { kind: missing.length === 0 ? 'unlocked' : 'new' }
}

const CLASS = { open: 0, due: 1, unlocked: 2, new: 3, ahead: 4 } as const satisfies Record<
  Reason['kind'],
  number
>

type Rank = readonly [kind: number, within: number, minutes: number]

/** Smaller is sooner: first the class of the reason, then the order within it, then the shorter. */
function rankOf({ exercise, reason, missing }: Assignment, input: AssignInput): Rank {
  const { minutes, prerequisites } = exercise
  const kind = CLASS[reason.kind]
  switch (reason.kind) {
    case 'due':
      return [kind, -overdueness(exercise, input), minutes]
    case 'new':
      return [kind, missing.length / prerequisites.length, minutes]
    case 'ahead':
      return [kind, reason.days, minutes]
    case 'open':
    case 'unlocked':
      return [kind, 0, minutes]
    default:
      return unreachable(reason)
  }
}

function overdueness(exercise: Exercise, { states, now, scheduler }: AssignInput): number {
  const { memory } = states.get(exercise.id) ?? UNSEEN_EXERCISE
  return memory.kind === 'new' ? 0 : (studyDayOf(now) - memory.lastDay) / scheduler.idealIntervalDays(memory)
}

function compare({ rank: one }: Ranked, { rank: other }: Ranked): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2]
}
