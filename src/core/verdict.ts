import type { CardId } from './ids.ts'
import type { Text } from './locale.ts'
import type { Value } from './value.ts'

/** The judge's answer about one submission. Each kind carries its own evidence. */
export type Verdict =
  | { readonly kind: 'accepted'; readonly cases: CaseCount; readonly performance: Performance | undefined }
  | {
      readonly kind: 'wrong-answer'
      readonly cases: CaseCount
      readonly failure: Failure
      readonly diagnosis: Diagnosis | undefined
      /** What the wrong cases share and the right ones do not, or all errors do, where there is no diagnosis. */
      readonly onlyWhere?: Text | undefined
    }
  | { readonly kind: 'invalid-output'; readonly cases: CaseCount; readonly failure: Failure }
  | {
      readonly kind: 'runtime-error'
      readonly cases: CaseCount
      readonly failure: Failure | undefined
      /** Of the learner's own program where it threw, and then the same in every locale. */
      readonly message: Text
    }
  | { readonly kind: 'compile-error'; readonly message: Text }
  | {
      readonly kind: 'time-limit'
      readonly cases: CaseCount
      readonly failure: Failure | undefined
      readonly limitMs: number
    }
  | {
      readonly kind: 'memory-limit'
      readonly cases: CaseCount
      readonly limitMb: number
      readonly lesson?: BudgetLesson | undefined
    }
  | { readonly kind: 'output-limit'; readonly cases: CaseCount; readonly limitBytes: number }
  | {
      readonly kind: 'too-slow'
      readonly cases: CaseCount
      readonly performance: Performance
      readonly lesson?: BudgetLesson | undefined
    }
  /** Fast enough, but its memory grows faster than the exercise allows. */
  | {
      readonly kind: 'memory-budget'
      readonly cases: CaseCount
      readonly performance: Performance
      readonly lesson?: BudgetLesson | undefined
    }
  | {
      readonly kind: 'inconclusive'
      readonly cases: CaseCount
      readonly performance: Performance | undefined
      readonly reason: Text
    }
  /** Our fault or the machine's, never the learner's: shown, never scored. */
  | { readonly kind: 'judge-error'; readonly detail: Text }

export type VerdictKind = Verdict['kind']

/** The cards that teach the point of a diagnosis, or how to be fast. */
export function cardsTaughtBy(verdict: Verdict): readonly CardId[] {
  if ('lesson' in verdict) return verdict.lesson?.cards ?? []
  return verdict.kind === 'wrong-answer' ? (verdict.diagnosis?.cards ?? []) : []
}

export interface CaseCount {
  readonly passed: number
  readonly total: number
}

/** The smallest case that failed. `expected` is absent where no output came to compare. */
export interface Failure {
  readonly case: Text
  readonly args: readonly NamedValue[]
  readonly expected: Value | undefined
  readonly got: Value | undefined
  /** One sentence in the field's own words: "magnitude[3, 4] is 0.5, expected 0.25". */
  readonly summary: Text
  readonly worst: WorstError | undefined
  /**
   * What the language leaves undefined and the submission did in this case, if that was found out: shown,
   * never scored.
   */
  readonly note?: Text | undefined
  /** Where the case is too small to be looked at. */
  readonly imageCase?: ImageCase | undefined
}

/** A failing case of images that is large enough to be looked at. */
export interface ImageCase {
  readonly name: Text
  readonly args: readonly NamedValue[]
  readonly expected: Value
  readonly got: Value
  /** The place of its worst error. */
  readonly at: string | undefined
}

export interface NamedValue {
  readonly name: string
  readonly value: Value
}

export interface WorstError {
  /** Where in the output, such as `params[7]`. */
  readonly at: string
  /** Where the first number is that is off. */
  readonly first: string
  readonly expected: number
  readonly got: number
  readonly absolute: number
  readonly relative: number
  /** How many of the output's numbers are off. */
  readonly wrong: number
  readonly of: number
}

/** Known mistakes that together explain every output of the submission. */
export interface Diagnosis {
  /** Of all of them, such as `plus-one+ties-reversed`; `+?` stands for more that cannot be told. */
  readonly id: string
  readonly message: Text
  readonly cards: readonly CardId[]
  /** The most harmful first. */
  readonly mistakes: readonly {
    readonly id: string
    readonly message: Text
    readonly cards: readonly CardId[]
  }[]
}

/** What someone who is too slow, or holds too much, can learn from it. */
export interface BudgetLesson {
  readonly of: 'time' | 'memory'
  /** What grows so fast, where a growth was measured that shows it. */
  readonly cause: Text | undefined
  /** What would be fast, or lean. */
  readonly better: Text
  readonly cards: readonly CardId[]
}

export const TIERS = ['none', 'pass', 'gold'] as const
export type Tier = (typeof TIERS)[number]

/**
 * What measurements say of a budget: `edge`, that they cannot tell it from the budget; `open`, that they say
 * nothing.
 */
export type Side = 'within' | 'edge' | 'over' | 'open'

/** At the edge so many times a budget is accepted. */
export const EDGE_MARGIN = 1.1

export interface Performance {
  readonly tier: Tier
  /** What lies at the edge of its budget, and that it is accepted; where nothing is over its own. */
  readonly edge: Text | undefined
  readonly ratio: RatioMeasurement | undefined
  readonly growth: readonly GrowthMeasurement[]
  /** Empty also where the system tells nobody how much a process held. */
  readonly memory: readonly MemoryMeasurement[]
}

/** Candidate's CPU time over the reference's, in the same language, on the same inputs. */
export interface RatioMeasurement {
  readonly ratio: number
  readonly budget: number
  readonly interval: readonly [number, number]
  readonly pairs: number
  readonly side: Side
}

/** The candidate's CPU time at the larger size over its own at the smaller. */
export interface GrowthMeasurement {
  /** Such as `ksize 5 -> 25`. */
  readonly label: string
  readonly ratio: number
  readonly budget: number
  readonly gold: number | undefined
  readonly interval: readonly [number, number]
  readonly pairs: number
  readonly side: Side
}

/**
 * The candidate's peak memory at the larger size over its own at the smaller, each above what its process
 * held before the call.
 */
export interface MemoryMeasurement {
  /** Such as `S 2000 -> 8000`. */
  readonly label: string
  readonly ratio: number
  readonly budget: number
  readonly interval: readonly [number, number]
  readonly pairs: number
  readonly side: Side
}
