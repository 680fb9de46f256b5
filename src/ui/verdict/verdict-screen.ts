import type { Deps } from '../../app/deps.ts'
import type { GradingProgress } from '../../app/submit-solution.ts'
import { openTask } from '../../app/timed-task.ts'
import type { Watched } from '../../app/watch-solution.ts'
import type { Submission } from '../../app/workspace.ts'
import { Problem } from '../../core/problem.ts'
import { solutionKey, trialKey } from '../exercise/submission-keys.ts'
import { defineScreen } from '../frame/define-screen.ts'
import { type Binding, type CommonEvent, HELP, LANGUAGE, LEAVE } from '../frame/key-table.ts'
import type { SideEffect, Step } from '../frame/screen.ts'
import {
  follow,
  isUnderClock,
  type OnJudged,
  type Order,
  type VerdictState,
  waitForVerdict,
} from './verdict-state.ts'
import { drawVerdict, lastVerdict } from './verdict-view.ts'

/** Grades the submission and records the attempt; with `watch` at every save, until it is aborted. */
export interface VerdictOpening {
  readonly submission: Submission
  readonly seed?: string | undefined
  readonly watch?: AbortSignal | undefined
  /** Told the verdict of each grading; undefined where there was none, but not while watching. */
  readonly onJudged?: OnJudged | undefined
  /** By the hub that was used last, until nobody waits for it any more. */
  readonly atHub?: AbortSignal | undefined
}

declare module '../frame/destination.ts' {
  interface Destinations {
    readonly verdict: VerdictOpening
  }
}

type VerdictEvent =
  | { readonly kind: 'edit' | 'edited' | 'again' }
  /** The grading goes on, or has ended. */
  | { readonly kind: 'follow'; readonly watched: Watched }

type VerdictBinding = Binding<VerdictEvent | CommonEvent>

/** The attempt is recorded when the grading ends, so it cannot be left behind; ctrl-c ends the program. */
const GRADING_KEYS: readonly VerdictBinding[] = [LANGUAGE, HELP]

const LEAVE_BY_ENTER: VerdictBinding = { ...LEAVE, keys: ['enter', 'q', 'escape'] }
const EDIT: VerdictBinding = {
  keys: ['o'],
  help: { en: 'edit the file', zh: '编辑文件' },
  event: { kind: 'edit' },
}

const AGAIN: VerdictBinding = {
  keys: ['s'],
  help: { en: 'submit again', zh: '重新提交' },
  event: { kind: 'again' },
}

/** Whoever watches may leave at any time: what has not been recorded was practice. */
function keysFor(state: VerdictState): readonly VerdictBinding[] {
  if (state.kind === 'grading' && state.watch === undefined) return GRADING_KEYS
  return [
    LEAVE_BY_ENTER,
    EDIT,
    ...(state.watch === undefined ? [AGAIN] : []),
    trialKey(state.submission),
    ...(state.kind === 'graded' && state.isSolutionFree ? [solutionKey(state.submission)] : []),
    LANGUAGE,
    HELP,
  ]
}

export const VERDICT = defineScreen<VerdictOpening, VerdictState, VerdictEvent>({
  open: (deps, opening) =>
    waitForVerdict({
      seed: undefined,
      watch: undefined,
      onJudged: undefined,
      atHub: undefined,
      task: openTask(deps, opening.submission.exercise.id),
      ...opening,
    }),
  keys: keysFor,
  draw: drawVerdict,
  leaves: lastVerdict,
  hear,
  begin: grade,
  // To look at the solution is no reason to grade again, and a watch lasts until the program ends.
  goesOn: (state) => state,
  hasClock: isUnderClock,
})

function hear(state: VerdictState, event: VerdictEvent, deps: Deps): Step<VerdictState, VerdictEvent> {
  switch (event.kind) {
    case 'edit':
      return { state, effect: { kind: 'edit', path: state.submission.path, after: { kind: 'edited' } } }
    case 'edited':
      return { state }
    case 'again':
      return { state: waitForVerdict(state), effect: grade(state) }
    case 'follow':
      return { state: follow(deps, state, event.watched) }
  }
}

function grade(order: Order): SideEffect<VerdictEvent> {
  return {
    kind: 'work',
    work: (deps, hear) => {
      const tell = (watched: Watched) => hear({ kind: 'follow', watched })
      return order.watch ? gradeSaves(deps, order, order.watch, tell) : gradeOnce(deps, order, tell)
    },
  }
}

type Tell = (watched: Watched) => void

async function gradeOnce(
  deps: Deps,
  { submission, seed, onJudged, atHub }: Order,
  tell: Tell,
): Promise<void> {
  try {
    // Loaded only now: no other screen needs a grader.
    const { submitSolution } = await import('../../app/submit-solution.ts')
    const grade = atHub ? (await import('../../app/hub/grade-at-hub.ts')).gradeAtHub : undefined
    const onProgress = (progress: GradingProgress) => tell({ kind: 'grading', progress })
    const options = { seed, onProgress, ...(atHub && { signal: atHub }) }
    const attempt = await submitSolution(deps, submission, options, grade)
    tell({ kind: 'recorded', attempt })
    onJudged?.(attempt.grading.verdict)
  } catch (error) {
    if (atHub?.aborted) return
    if (!(error instanceof Problem)) throw error
    tell({ kind: 'refused', problem: error })
    onJudged?.(undefined)
  }
}

async function gradeSaves(
  deps: Deps,
  { submission, seed, onJudged }: Order,
  signal: AbortSignal,
  tell: Tell,
): Promise<void> {
  const { verdictOf, watchSolution } = await import('../../app/watch-solution.ts')
  const onChange = (watched: Watched) => {
    const verdict = verdictOf(watched)
    if (verdict) onJudged?.(verdict)
    tell(watched)
  }
  await watchSolution(deps, submission, { seed, signal, onChange })
}
