import type { Deps } from '../../app/deps.ts'
import type { Attempt, GradeOptions } from '../../app/submit-solution.ts'
import type { Submission } from '../../app/workspace.ts'
import type { Problem } from '../../core/problem.ts'
import type { Judged } from './verdict-lines.ts'

export type Progress = Parameters<GradeOptions['onProgress']>[0]

/** A submission on its way to its verdict. */
export type VerdictState = { readonly submission: Submission; readonly seed: string | undefined } & (
  | { readonly kind: 'grading'; readonly progress: Progress | undefined }
  | { readonly kind: 'graded'; readonly judged: Judged }
  /** It could not be judged at all: no file, no interpreter. */
  | { readonly kind: 'refused'; readonly problem: Problem }
)

export function waitForVerdict(submission: Submission, seed: string | undefined): VerdictState {
  return { submission, seed, kind: 'grading', progress: undefined }
}

/** With the cards that come back, to be shown by their prompts. */
export function judgedFrom({ content }: Deps, { grading, effect, memory, recalls }: Attempt): Judged {
  const cards = recalls.map((id) => content.cards.get(id)).filter((card) => card !== undefined)
  return { grading, recorded: { effect, memory, recalls: cards } }
}
