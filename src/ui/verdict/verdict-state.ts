import type { Deps } from '../../app/deps.ts'
import type { Attempt, Grading, GradingProgress } from '../../app/submit-solution.ts'
import { isSolutionFree } from '../../app/take-solution.ts'
import type { Watched } from '../../app/watch-solution.ts'
import type { Submission } from '../../app/workspace.ts'
import type { TimedTask } from '../../core/interview-record.ts'
import type { Problem } from '../../core/problem.ts'
import { cardsTaughtBy, type Verdict } from '../../core/verdict.ts'
import type { GradedSubmission } from './verdict-lines.ts'

/** What is graded: once, or at every save until the signal is aborted. */
export interface Order {
  readonly submission: Submission
  readonly seed: string | undefined
  readonly watch: AbortSignal | undefined
  readonly onJudged: OnJudged | undefined
  /** By a hub, until nobody waits for it any more. */
  readonly atHub: AbortSignal | undefined
  /** The exercise is part of an interview. */
  readonly task: TimedTask | undefined
}

export type OnJudged = (verdict: Verdict | undefined) => void

/** A submission on its way to its verdict. */
export type VerdictState = Order &
  (
    | { readonly kind: 'waiting' }
    /** `before` is what the save before came to. */
    | {
        readonly kind: 'grading'
        readonly progress: GradingProgress | undefined
        readonly before: GradedSubmission | undefined
      }
    | {
        readonly kind: 'graded'
        readonly graded: GradedSubmission
        /** Whether to look at the solution costs nothing from now on. */
        readonly isSolutionFree: boolean
      }
    /** It could not be judged at all: no file, no interpreter. */
    | { readonly kind: 'refused'; readonly problem: Problem }
  )

export function waitForVerdict(state: Order): VerdictState {
  return { ...orderOf(state), kind: 'grading', progress: undefined, before: undefined }
}

function orderOf({ submission, seed, watch, onJudged, atHub, task }: Order): Order {
  return { submission, seed, watch, onJudged, atHub, task }
}

/** Whether time still counts. */
export function isUnderClock(state: VerdictState): boolean {
  return state.task !== undefined && !(state.kind === 'graded' && isAccepted(state.graded))
}

function isAccepted({ grading }: GradedSubmission): boolean {
  return grading.verdict.kind === 'accepted'
}

/** What the grading has come to by now. */
export function follow(deps: Deps, state: VerdictState, watched: Watched): VerdictState {
  const order = orderOf(state)
  const graded = (graded: GradedSubmission): VerdictState => {
    return {
      ...order,
      kind: 'graded',
      graded,
      isSolutionFree: isSolutionFree(deps, order.submission.exercise),
    }
  }
  switch (watched.kind) {
    case 'waiting':
      return { ...order, kind: 'waiting' }
    case 'grading': {
      const before = state.kind === 'graded' ? state.graded : 'before' in state ? state.before : undefined
      return { ...order, kind: 'grading', progress: watched.progress, before }
    }
    case 'recorded':
      return graded(recordedAs(deps, watched.attempt))
    case 'practice':
      return graded(notRecorded(deps, watched.grading, 'practice'))
    case 'refused':
      return { ...order, kind: 'refused', problem: watched.problem }
  }
}

/** With the cards that come back, to be shown by their prompts. */
export function recordedAs(deps: Deps, { grading, effect, memory }: Attempt): GradedSubmission {
  return { grading, cards: cardsAbout(deps, grading), recorded: { kind: 'attempt', effect, memory } }
}

/** With the cards that teach the point, which stay where they are. */
export function notRecorded(deps: Deps, grading: Grading, kind: 'practice' | 'no'): GradedSubmission {
  return { grading, cards: cardsAbout(deps, grading), recorded: { kind } }
}

function cardsAbout({ content }: Deps, { verdict }: Grading): GradedSubmission['cards'] {
  return cardsTaughtBy(verdict).flatMap((id) => content.cards.get(id) ?? [])
}
