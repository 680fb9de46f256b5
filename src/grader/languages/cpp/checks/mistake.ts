/**
 * What a checked run has found. Numbers and closed sets, but for `library`: the report comes out of a process
 * that may write anything there, and is shown, never scored.
 */
export interface CheckedMistake {
  readonly what: What
  /** Of the learner's own file, counted from 1. */
  readonly line: number
  /** A number that went wrong before, where that explains it. */
  readonly because: { readonly what: NumberMistake; readonly line: number } | undefined
}

export type What =
  /** Both undefined where the library does not tell them. */
  | {
      readonly kind: 'index'
      readonly of: 'container' | 'array'
      readonly index: bigint | undefined
      readonly length: bigint | undefined
    }
  | { readonly kind: 'outside'; readonly access: Access; readonly elements: Elements | undefined }
  | { readonly kind: 'nowhere'; readonly access: Access }
  | { readonly kind: 'freed'; readonly freedAt: number | undefined }
  | { readonly kind: 'library'; readonly text: string }
  | { readonly kind: PlainKind }
  | { readonly kind: NumberMistake }

export type Access = 'read' | 'write' | 'unknown'

export type NumberMistake = 'overflow' | 'conversion'

type PlainKind =
  | 'empty'
  | 'past-end'
  | 'invalid-iterator'
  | 'order'
  | 'null'
  | 'local-gone'
  | 'freed-twice'
  | 'not-allocated'
  | 'recursion'
  | 'stack-full'
  | 'divided-by-zero'
  | 'no-return'
  | 'uncaught'
  | 'aborted'

/** A piece of memory as elements of the size that was asked for. */
export interface Elements {
  readonly index: number
  readonly length: number
  readonly bytes: number
}
