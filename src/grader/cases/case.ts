import type { Text } from '../../core/locale.ts'
import type { Value } from '../../core/value.ts'
import type { NamedValue, WorstError } from '../../core/verdict.ts'
import type { Ended } from '../protocol/ended.ts'
import type { Conversion } from '../protocol/read-value.ts'

export type CaseArguments = readonly NamedValue[]

/** As a function takes them. */
export function valuesOf(args: CaseArguments): readonly Value[] {
  return args.map(({ value }) => value)
}

/** One question to a submission, with the answer that only the judge knows. */
export interface Case {
  readonly name: Text
  readonly origin: 'hand-made' | 'fixture' | 'random'
  readonly args: CaseArguments
  readonly expected: Value
}

/** How an output differs from what was expected. */
export interface Mismatch {
  /** One sentence: "result[3, 4] is 0.5, expected 0.25". */
  readonly summary: Text
  readonly worst: WorstError | undefined
}

export type CaseOutcome =
  | { readonly kind: 'passed'; readonly got: Value; readonly conversions?: readonly Conversion[] }
  | {
      readonly kind: 'wrong'
      readonly got: Value
      readonly mismatch: Mismatch
      readonly conversions?: readonly Conversion[]
    }
  | { readonly kind: 'invalid'; readonly got: Value | undefined; readonly summary: Text }
  | { readonly kind: 'threw'; readonly name: string; readonly message: Text }
  | { readonly kind: 'ended'; readonly ended: Ended }

/** A case that was run, and what came of it. */
export interface Tried {
  readonly case: Case
  readonly outcome: CaseOutcome
  /** By the process, where it was run in one. */
  readonly printed?: { readonly stdout: string; readonly stderr: string }
}
