import type { Deps } from '../../app/deps.ts'
import type { Attempt, GradeOptions } from '../../app/submit-solution.ts'
import type { Watched } from '../../app/watch-solution.ts'
import type { Submission } from '../../app/workspace.ts'
import type { Problem } from '../../core/problem.ts'
import type { Judged } from './verdict-lines.ts'

export type Progress = Parameters<GradeOptions['onProgress']>[0]

/** What is graded: once, or at every save until the signal is aborted. */
export interface Order {
  readonly submission: Submission
  readonly seed: string | undefined
  readonly watch: AbortSignal | undefined
}

/** A submission on its way to its verdict. */
export type VerdictState = Order &
  (
    | { readonly kind: 'waiting' }
    /** `before` is what the save before came to. */
    | {
        readonly kind: 'grading'
        readonly progress: Progress | undefined
        readonly before: Judged | undefined
      }
    | { readonly kind: 'graded'; readonly judged: Judged }
    /** It could not be judged at all: no file, no interpreter. */
    | { readonly kind: 'refused'; readonly problem: Problem }
  )

export function waitForVerdict({ submission, seed, watch }: Order): VerdictState {
  return { submission, seed, watch, kind: 'grading', progress: undefined, before: undefined }
}

export function afterSave(deps: Deps, state: VerdictState, watched: Watched): VerdictState {
  const { submission, seed, watch } = state
  const order = { submission, seed, watch }
  switch (watched.kind) {
    case 'waiting':
      return { ...order, kind: 'waiting' }
    case 'grading': {
      const before = state.kind === 'graded' ? state.judged : 'before' in state ? state.before : undefined
      return { ...order, kind: 'grading', progress: watched.progress, before }
    }
    case 'recorded':
      return { ...order, kind: 'graded', judged: judgedFrom(deps, watched.attempt) }
    case 'practice':
      return { ...order, kind: 'graded', judged: judgedOnly(deps, watched.grading, 'practice') }
    case 'refused':
      return { ...order, kind: 'refused', problem: watched.problem }
  }
}

/** With the cards that come back, to be shown by their prompts. */
export function judgedFrom(deps: Deps, { grading, effect, memory }: Attempt): Judged {
  return { grading, cards: cardsAbout(deps, grading), recorded: { kind: 'attempt', effect, memory } }
}

/** With the cards that teach the point, which stay where they are. */
export function judgedOnly(deps: Deps, grading: Attempt['grading'], kind: 'practice' | 'no'): Judged {
  return { grading, cards: cardsAbout(deps, grading), recorded: { kind } }
}

function cardsAbout({ content }: Deps, { verdict }: Attempt['grading']): Judged['cards'] {
  const ids = verdict.kind === 'wrong-answer' ? (verdict.diagnosis?.cards ?? []) : []
  return ids.map((id) => content.cards.get(id)).filter((card) => card !== undefined)
}
