import { type Moment, type StudyDay, studyDayOf } from './day.ts'
import { isDue, type Memory, NEW } from './memory.ts'
import type { Rating } from './rating.ts'
import type { Scheduler } from './scheduler.ts'
import { unreachable } from './unreachable.ts'
import type { Tier, VerdictKind } from './verdict.ts'

/** All that the log says about one exercise. A round lasts from the first attempt at a due exercise to its rating. */
export interface ExerciseState {
  readonly memory: Memory
  /** Failed attempts of this round. */
  readonly failures: number
  /** Hints seen since the last rating, and when the latest was; `hintsInRound` says which of them count. */
  readonly hints: number
  readonly hintedOn: StudyDay | undefined
  readonly attempts: number
  readonly best: Tier
}

export const UNSEEN_EXERCISE: ExerciseState = {
  memory: NEW,
  failures: 0,
  hints: 0,
  hintedOn: undefined,
  attempts: 0,
  best: 'none',
}

/** How an attempt ended: judged, or the learner asked for the solution. */
export type AttemptOutcome = JudgedOutcome | { readonly kind: 'given-up' }

export interface JudgedOutcome {
  readonly kind: 'judged'
  readonly verdict: VerdictKind
  readonly tier: Tier
}

export function afterAttempt(
  id: string,
  state: ExerciseState,
  outcome: AttemptOutcome,
  now: Moment,
  scheduler: Scheduler,
): ExerciseState {
  const attempts = state.attempts + 1
  const best =
    outcome.kind === 'judged' && outcome.verdict === 'accepted'
      ? better(state.best, outcome.tier)
      : state.best
  const effect = effectOf(state, outcome, now)
  switch (effect.kind) {
    case 'none':
      return { ...state, attempts, best }
    case 'failure':
      return { ...state, attempts, best, failures: state.failures + 1 }
    case 'rating':
      return {
        memory: scheduler.next(id, state.memory, effect.rating, now),
        failures: 0,
        hints: 0,
        hintedOn: undefined,
        attempts,
        best,
      }
    default:
      return unreachable(effect)
  }
}

export function afterHint(state: ExerciseState, now: Moment): ExerciseState {
  return { ...state, hints: hintsInRound(state, now) + 1, hintedOn: studyDayOf(now) }
}

/** Hints of practice, before the exercise was due, do not count any more once it is. */
export function hintsInRound(state: ExerciseState, now: Moment): number {
  const { memory, hints, hintedOn } = state
  const isOfPractice = memory.kind === 'review' && hintedOn !== undefined && hintedOn < memory.dueDay
  return isOfPractice && isRoundOpen(state, now) ? 0 : hints
}

/** A round that was begun: by a failed attempt or a hint. */
export function isRoundBegun(state: ExerciseState, now: Moment): boolean {
  return isRoundOpen(state, now) && (state.failures > 0 || hintsInRound(state, now) > 0)
}

/** Why a submission is practice though the exercise may be due. */
export const PRACTICE_REASONS = [
  /** Its file was begun in a round that is over. */
  'earlier-file',
  /** It is what was accepted before, to the letter. */
  'accepted-before',
  /** It was accepted, and calls a library's function that is itself the answer. */
  'library-answer',
] as const
export type PracticeReason = (typeof PRACTICE_REASONS)[number]

export function isPractice(effect: Effect): boolean {
  return effect.kind === 'none' && PRACTICE_REASONS.some((reason) => reason === effect.why)
}

/** That a submission is practice; with the name of the library's function, where it is one. */
export type Practice =
  | { readonly why: Exclude<PracticeReason, 'library-answer'> }
  | { readonly why: 'library-answer'; readonly name: string }

/** `ahead`: it is not due; `says-nothing`: the verdict does not tell what the learner knows. */
export type NoEffect = { readonly kind: 'none' } & (Practice | { readonly why: 'ahead' | 'says-nothing' })

export type Effect =
  | NoEffect
  | { readonly kind: 'failure' }
  /** After so many failures and hints of the round. */
  | {
      readonly kind: 'rating'
      readonly rating: Rating
      readonly failures: number
      readonly hints: number
    }

/**
 * What an attempt does to the schedule. Practice on an exercise that is not due changes nothing; nor does a
 * verdict that says nothing about what the learner knows: our own fault, a measurement that stayed open, a
 * file that does not compile.
 */
export function effectOf(state: ExerciseState, outcome: AttemptOutcome, now: Moment): Effect {
  if (!isRoundOpen(state, now)) return { kind: 'none', why: 'ahead' }
  const help = { failures: state.failures, hints: hintsInRound(state, now) }
  if (outcome.kind === 'given-up') return { kind: 'rating', rating: 'again', ...help }
  switch (outcome.verdict) {
    case 'accepted':
      return { kind: 'rating', rating: ratingOfAccepted(state, outcome.tier, now), ...help }
    case 'judge-error':
    case 'inconclusive':
    case 'compile-error':
      return { kind: 'none', why: 'says-nothing' }
    default:
      return { kind: 'failure' }
  }
}

function ratingOfAccepted(state: ExerciseState, tier: Tier, now: Moment): Rating {
  if (isRoundBegun(state, now)) return 'hard'
  return tier === 'gold' ? 'easy' : 'good'
}

/** New, due, or already tried in this round. */
export function isRoundOpen({ memory }: ExerciseState, now: Moment): boolean {
  return memory.kind !== 'review' || isDue(memory, studyDayOf(now))
}

const ORDER = { none: 0, pass: 1, gold: 2 } as const satisfies Record<Tier, number>

function better(one: Tier, other: Tier): Tier {
  return ORDER[other] > ORDER[one] ? other : one
}
