import type { CardId } from '../core/ids.ts'
import type { Text } from '../core/locale.ts'
import type { Random } from '../core/random.ts'

/**
 * What `graders/ID/grader.ts` exports as `grader`. It runs in the parent only: the learner's process never sees it.
 * `Args` and `Result` are spelled as a TypeScript submission sees them: arrays are `{ shape, data }` with the typed array
 * of their dtype, records are plain objects.
 */
export interface Grader<Args extends readonly unknown[], Result> {
  /** The truth for tiny, edge and random cases, from `reference.ts`; proved against every fixture by `anneal verify`. */
  readonly reference: (...args: Args) => Result
  /** Hand-made: the tiny ones first (they are shown whole on failure), then edges. */
  readonly cases: readonly GraderCase<Args>[]
  /** One case of the whole input space; called `randomCases` times with a new seed each grading. */
  readonly random: (random: Random) => Args
  readonly randomCases: number
  /**
   * Whether the statement allows these arguments, and the comparison can be relied on for them. With it a failing random case is made
   * smaller by the signature: fewer rows and columns, simpler numbers.
   */
  readonly valid?: (...args: Args) => boolean
  /** Smaller arguments of the same kind, the boldest first, where the signature does not show how. */
  readonly shrink?: (...args: Args) => Iterable<Args>
  readonly comparison: Comparison
  /** Inputs for the budgets that `exercise.yaml` states; distinct at each call. */
  readonly performance?: PerformanceInputs<Args>
  readonly mutants: readonly Mutant<Args, Result>[]
  /** Where no mutant fits, the learner is told which of these all wrong cases share. */
  readonly traits?: readonly Trait<Args>[]
}

export interface GraderCase<Args extends readonly unknown[]> {
  /** What is special about it, such as "ksize larger than the image": the learner reads it where it fails. */
  readonly name: Text
  readonly args: Args
}

export type Comparison =
  | { readonly kind: 'exact' }
  /** |got - expected| <= atol + rtol |expected|; `why` says what the tolerance follows from. NaN equals only NaN, and infinities only themselves. */
  | { readonly kind: 'close'; readonly rtol: number; readonly atol: number; readonly why: string }

export interface PerformanceInputs<Args extends readonly unknown[]> {
  readonly ratio?: (random: Random) => Args
  /** By the label that `exercise.yaml` gives the budget. */
  readonly growth?: { readonly [label: string]: TwoSizes<Args> }
  readonly memory?: { readonly [label: string]: TwoSizes<Args> }
}

export interface TwoSizes<Args extends readonly unknown[]> {
  readonly small: (random: Random) => Args
  readonly large: (random: Random) => Args
}

/** A mistake that people really make, as an implementation that makes it. */
export interface Mutant<Args extends readonly unknown[], Result> {
  readonly id: string
  /** What the learner did, in the field's own words: "your output equals Adam without bias correction". */
  readonly message: Text
  /** The cards that teach the point; they come back into today's queue. */
  readonly cards: readonly (CardId | string)[]
  readonly run: (...args: Args) => Result
}

/** Something that a case may have and another not, and that a mistake may depend on. */
export interface Trait<Args extends readonly unknown[]> {
  /** A clause that follows "where": "the image is not square". */
  readonly text: Text
  readonly holds: (...args: Args) => boolean
}

/** Checks the types of a grader and returns it. */
export function defineGrader<Args extends readonly unknown[], Result>(
  grader: Grader<Args, Result>,
): Grader<Args, Result> {
  return grader
}
