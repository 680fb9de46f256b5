import type { Language } from './exercise.ts'
import type { Text } from './locale.ts'
import type { Verdict } from './verdict.ts'

/** `stdout` and `stderr` are the learner's own prints: capped, and safe to show. */
export interface Grading {
  /** Those of the case that is shown, where one is, else of all. */
  readonly printedIn: 'case' | 'all'
  readonly verdict: Verdict
  /** What held the result's values, where the signature says something else; changes no verdict. */
  readonly remark: Text | undefined
  readonly language: Language
  readonly seed: string
  readonly stdout: string
  readonly stderr: string
  readonly elapsedMs: number
}
