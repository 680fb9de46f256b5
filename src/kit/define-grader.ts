import type { CardId } from '../core/ids.ts'
import type { Text } from '../core/locale.ts'
import type { Random } from '../core/random.ts'
import type { Rules } from './rules.ts'

/**
 * What `graders/ID/grader.ts` exports as `grader`, all types following from those of its reference. It runs in the
 * parent only: the learner's process never sees it. Arguments and results are spelled as a TypeScript submission sees
 * them: arrays are `{ shape, data }` with the typed array of their dtype, records are plain objects.
 */
export function defineGrader<Args extends readonly unknown[], Result>({
  examples = [],
  cases,
  tolerance,
  randomCases = RANDOM_CASES,
  ...rest
}: Reference<Args, Result> & NoInfer<Parts<Args, Result>>): Grader<Args, Result> {
  const comparison = tolerance && { comparison: { kind: 'close', ...tolerance } as const }
  const fromStatement = examples.map((args, at) => ({ name: exampleName(at, examples.length), args }))
  const named = cases.map(([name, ...args]) => ({ name, args }))
  return { ...rest, ...comparison, randomCases, examples, cases: [...fromStatement, ...named] }
}

function exampleName(at: number, count: number): Text {
  const number = count > 1 ? ` ${at + 1}` : ''
  return { en: `the example of the statement${number}`, zh: `题面中的示例${number}` }
}

const RANDOM_CASES = 40

interface Reference<Args extends readonly unknown[], Result> {
  /**
   * The truth for tiny, edge and random cases, from `reference.ts`; proved against every fixture by `anneal verify`.
   */
  readonly reference: (...args: Args) => Result
}

export interface Parts<Args extends readonly unknown[], Result> {
  /**
   * Those that the statement works out: `anneal verify` demands their numbers and those of their answers in
   * its text.
   */
  readonly examples?: readonly Readonly<Args>[]
  /** Hand-made: the tiny ones first (they are shown whole on failure), then edges. */
  readonly cases: readonly NamedArgs<Args>[]
  /**
   * A case of the shape that is worth asking: objects with several detections each, gradients of one scale.
   * Every other random case is one; the others are anything that the ranges in `exercise.yaml` allow. Without
   * ranges all are, with ranges it may be left out.
   */
  readonly random?: (random: Random) => Readonly<Args>
  /** 40 if not given. */
  readonly randomCases?: number
  /**
   * Whether the statement allows these arguments, beyond their ranges, and the comparison can be relied on
   * for them. With it, or with ranges, a failing random case is made smaller by the signature: fewer rows and
   * columns, simpler numbers.
   */
  readonly valid?: (...args: Args) => boolean
  /**
   * Of arguments drawn anywhere in their ranges makes such as the statement allows: sides put in order,
   * classes below C.
   */
  readonly settle?: (random: Random, ...args: Args) => Readonly<Args>
  /** Changes of an input after which the answer is known too: some of what `random` draws is asked so as well. */
  readonly relations?: readonly Relation<Args, Result>[]
  /** Smaller arguments of the same kind, the boldest first, where the signature does not show how. */
  readonly shrink?: (...args: Args) => Iterable<Readonly<Args>>
  /** Demanded where the result has floats; all else is compared exactly. */
  readonly tolerance?: Tolerance
  /** Inputs for the budgets that `exercise.yaml` states; distinct at each call. */
  readonly performance?: PerformanceInputs<Readonly<Args>>
  /** The mistakes that people really make, from `rules.ts`. */
  readonly rules?: Rules<Args, Result>
  /** Where no mistake fits, the learner is told which of these all wrong cases share. */
  readonly traits?: readonly Trait<Args>[]
}

/**
 * The name says what is special about the case, such as "ksize larger than the image": the learner reads it where it
 * fails.
 */
export type NamedArgs<Args extends readonly unknown[]> = readonly [name: Text, ...args: Args]

/**
 * |got - expected| <= atol + rtol |expected|; `why` says what the tolerance follows from. NaN equals only NaN, and
 * infinities only themselves.
 */
export interface Tolerance {
  readonly rtol: number
  readonly atol: number
  readonly why: string
}

/** As the judge sees it. */
export interface Grader<Args extends readonly unknown[], Result>
  extends Reference<Args, Result>,
    Omit<Parts<Args, Result>, 'cases' | 'randomCases' | 'tolerance'> {
  readonly cases: readonly GraderCase<Args>[]
  readonly randomCases: number
  readonly comparison?: Comparison
}

export interface GraderCase<Args extends readonly unknown[]> {
  readonly name: Text
  readonly args: Args
}

export type Comparison = { readonly kind: 'exact' } | ({ readonly kind: 'close' } & Tolerance)

export interface PerformanceInputs<Args extends readonly unknown[]> {
  readonly ratio?: (random: Random) => Args
  /** By the label that `exercise.yaml` gives the budget. */
  readonly growth?: {
    readonly [label: string]: TwoSizes<Args> & { readonly causes?: readonly GrowthCause[] }
  }
  /** What would be fast: told to who is too slow, with the cards that teach it. */
  readonly fast?: Text & { readonly cards: readonly (CardId | string)[] }
  readonly memory?: {
    readonly [label: string]: TwoSizes<Args> & { readonly causes?: readonly GrowthCause[] }
  }
  /** What would be lean: told to who holds too much memory for a budget, or more than the judge lends. */
  readonly lean?: Text & { readonly cards: readonly (CardId | string)[] }
}

export interface TwoSizes<Args extends readonly unknown[]> {
  readonly small: (random: Random) => Args
  readonly large: (random: Random) => Args
}

/** What a growth from `from` on comes of, such as work on each pixel of each window. */
export type GrowthCause = Text & { readonly from: number }

/** A way to change an input, and what becomes of the answer then: `anneal verify` proves it of the reference. */
export interface Relation<Args extends readonly unknown[], Result> {
  /** Goes on after a case's name: "boxes scaled by a power of two". */
  readonly name: Text
  readonly change: (random: Random, ...args: Args) => Changed<Args, Result>
}

/** A relation after which the answer is the same, whatever it is. */
export interface Invariance<Args extends readonly unknown[]> {
  readonly name: Text
  readonly change: (random: Random, ...args: Args) => { readonly args: Readonly<Args> }
}

export interface Changed<Args extends readonly unknown[], Result> {
  readonly args: Readonly<Args>
  /** The same as before if absent. */
  readonly answer?: (before: Result) => Result
}

/** Something that a case may have and another not, and that a mistake may depend on. */
export interface Trait<Args extends readonly unknown[]> {
  /** A clause that follows "where": "the image is not square". */
  readonly text: Text
  readonly holds: (...args: Args) => boolean
}
