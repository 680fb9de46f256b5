import type { SignatureTypes } from '../../core/signature.ts'
import type { Encoded } from './encode-value.ts'

/** The headers of the frames between the judge and a harness, in every language. The judge believes no reply. */

/** Said before any request, with what else its language wants to know, such as the version of a library. */
export interface GreetingHeader {
  readonly hello: {
    readonly version: string
    /** The walls that stand around this process: `landlock`, `seccomp`. */
    readonly layers: readonly string[]
  }
}

export type RequestBody =
  /** Comes once, and first. @property file its path @property name of the function */
  | {
      readonly op: 'load'
      readonly file: string
      readonly name: string
      readonly signature: SignatureTypes
    }
  /** @property keep the result, for `recall` */
  | { readonly op: 'call'; readonly args: readonly Encoded[]; readonly keep?: boolean }
  | { readonly op: 'recall' }
  /** Many calls for one measurement: every result goes back at once. The arrays of all lie in one payload. */
  | { readonly op: 'batch'; readonly calls: readonly (readonly Encoded[])[] }

/** Its reply repeats the nonce: one that was written beforehand answers nothing. */
export type HarnessRequest = RequestBody & { readonly nonce: string }

export type ReplyHeader = ReplyBody & Pick<HarnessRequest, 'nonce'>

type ReplyBody =
  | { readonly loaded: true }
  | ({ readonly failed: 'threw' | 'syntax' } & Thrown)
  /** No such function is in the file. */
  | { readonly failed: 'missing'; readonly message: '' }
  /** @property args what the arguments hold now: the judge compares them with what it sent */
  | { readonly result: Encoded; readonly args: readonly Encoded[] }
  /** To `recall`: what the results that were kept hold now. */
  | { readonly results: readonly Encoded[] }
  /** To `batch`. @property cpuMs of the calls alone, by the process's own account */
  | { readonly results: readonly Encoded[]; readonly cpuMs: number }
  /** To each of these three, in the place of its answer. */
  | Thrown

/** Neither `message` nor `thrown` where it cannot be read. */
export interface Thrown {
  /** The error's name. */
  readonly threw: string
  /** What it says, with the file's own lines. */
  readonly message?: string
  /** The value, where it is no error. */
  readonly thrown?: string
}
