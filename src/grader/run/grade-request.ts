import type { Exercise, Language } from '../../core/exercise.ts'
import type { ToolPlaces } from '../protocol/language.ts'
import type { RunLimits } from './limits.ts'

export interface GradeRequest {
  readonly exercise: Exercise
  readonly language: Language
  readonly source: string
  /** As the learner knows it; errors are told under this name. */
  readonly fileName: string
  /** Chooses the random cases: the same seed, the same cases. */
  readonly seed: string
  /** `dist/graders`. */
  readonly graderRoot: string
  /** The tool of each language that the learner has chosen one for. */
  readonly chosen?: ToolPlaces['chosen']
  /** What a compiler has made is kept below it. Undefined: in the user's own cache. */
  readonly cacheRoot?: string | undefined
  /** Undefined: those that every exercise has. */
  readonly limits?: RunLimits | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
  /** Kills what runs; the grading then rejects. */
  readonly signal?: AbortSignal | undefined
}

export type Progress =
  | { readonly kind: 'cases'; readonly done: number; readonly total: number }
  /** `label` of a growth or of memory; undefined against the reference. */
  | { readonly kind: 'budget'; readonly label: string | undefined; readonly pairs: number }
