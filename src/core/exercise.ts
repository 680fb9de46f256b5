import type { CardId, ExerciseId } from './ids.ts'
import type { Text } from './locale.ts'
import type { InputRange } from './range.ts'
import type { Signature } from './signature.ts'

/** Programming languages a submission may be written in. */
export const LANGUAGES = ['ts', 'js', 'py', 'cpp'] as const
export type Language = (typeof LANGUAGES)[number]

/** Easiest first. */
export const DIFFICULTIES = ['easy', 'medium', 'hard'] as const
export type Difficulty = (typeof DIFFICULTIES)[number]

/** Of a solution: larger than any, and smaller than what would slow the log down. */
export const MOST_SOURCE_BYTES = 256 * 1024

/** What the learner may see of an exercise: the parsed `exercise.yaml`. Its statements lie beside that file. */
export interface Exercise {
  readonly id: ExerciseId
  /**
   * Written by the learner, or for them: its files lie in their data folder, and its grader is run only once
   * they allow it.
   */
  readonly isOwn?: true | undefined
  /** An own one of which something is still to be written: it can be opened, and no day asks for it. */
  readonly isDraft?: true | undefined
  readonly title: Text
  readonly topic: string
  readonly signature: Signature
  /** What its lengths and numbers may be; undefined where its statement alone says so. */
  readonly input?: readonly InputRange[] | undefined
  readonly difficulty: Difficulty
  readonly minutes: number
  /** Cards that should be stable before the exercise is assigned. */
  readonly prerequisites: readonly CardId[]
  readonly budget: Budget | undefined
  /** In steps, the vaguest first. */
  readonly hints: readonly Text[]
  /** By language, names of libraries that are themselves the answer: `cv2.medianBlur`. */
  readonly answers?: { readonly [L in Language]?: readonly string[] } | undefined
}

/** What an accepted submission may cost. CPU time, so that it holds on a busy machine. */
export interface Budget {
  /** At most this many times the reference's CPU time, in the same language. */
  readonly ratio: number | undefined
  readonly growth: readonly GrowthBudget[]
  readonly memory: readonly MemoryBudget[]
}

/** The candidate's CPU time at the larger size over its own at the smaller. */
export interface GrowthBudget {
  /** Names the inputs in the grader's `performance.growth`, such as `ksize 5 -> 25`. */
  readonly label: string
  readonly limit: number
  readonly gold: number | undefined
}

/** The candidate's peak memory at the larger size over its own at the smaller. */
export interface MemoryBudget {
  /** Names the inputs in the grader's `performance.memory`, such as `S 2000 -> 8000`. */
  readonly label: string
  readonly limit: number
}
