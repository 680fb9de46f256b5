import type { Text } from '../../core/locale.ts'
import type { Ended } from './ended.ts'

export type Hello = Greeting | Over
export interface Greeting {
  readonly kind: 'hello'
  readonly version: string
  /** What else it says, such as the version of a library: its own language alone knows what that means. */
  readonly facts: { readonly [name: string]: unknown }
  /** What the harness has taken away from its own process. It says so before it knows a submission. */
  readonly layers: readonly string[]
}
export type Loaded =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'failed'; readonly why: 'syntax' | 'missing' | 'threw'; readonly threw: Threw }
  | Over
export type Called =
  | {
      readonly kind: 'returned'
      readonly result: unknown
      /** The arguments as the function left them. */
      readonly args: readonly unknown[]
      readonly payload: Uint8Array
    }
  | Threw
  | Over
/** One for each result that was kept; null where nobody can have changed it. */
export type Recalled =
  | { readonly kind: 'recalled'; readonly results: readonly unknown[]; readonly payload: Uint8Array }
  | Over
export type Batched =
  | {
      readonly kind: 'returned'
      readonly results: readonly unknown[]
      readonly payload: Uint8Array
      /** The whole of it: reading the arguments and writing the results too. */
      readonly cpuMs: number
      /** What the process says that the function alone has used. Nothing to be believed of a submission. */
      readonly claimedMs: number
    }
  | Threw
  | Over

export interface Threw {
  readonly kind: 'threw'
  /** The error's name, such as `RangeError`. */
  readonly name: string
  readonly message: Text
}

/** No answer will come any more. */
export interface Over {
  readonly kind: 'ended'
  readonly ended: Ended
}
