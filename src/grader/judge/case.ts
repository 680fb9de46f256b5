import type { Text } from '../../core/locale.ts'
import type { Value } from '../../core/value.ts'
import type { NamedValue } from '../../core/verdict.ts'
import type { Ended } from '../run/run-isolated.ts'
import type { Mismatch } from './compare.ts'

/** One question to a submission, with the answer that only the judge knows. */
export interface Case {
  readonly name: Text
  readonly origin: 'hand-made' | 'fixture' | 'random'
  readonly args: readonly NamedValue[]
  readonly expected: Value
}

export type Outcome =
  | { readonly kind: 'passed'; readonly got: Value }
  | { readonly kind: 'wrong'; readonly got: Value; readonly mismatch: Mismatch }
  | { readonly kind: 'invalid'; readonly got: Value | undefined; readonly summary: Text }
  | { readonly kind: 'threw'; readonly name: string; readonly message: Text }
  | { readonly kind: 'ended'; readonly ended: Ended }

/** A case that was run, and what came of it. */
export interface Tried {
  readonly case: Case
  readonly outcome: Outcome
}
