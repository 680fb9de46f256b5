/** Why a process is no more, before anyone decides what it means. */
export type Ended =
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'killed'; readonly signal: string }
  | { readonly kind: 'time-limit'; readonly limitMs: number }
  | { readonly kind: 'memory-limit'; readonly limitMb: number }
  | { readonly kind: 'thread-limit'; readonly most: number }
  | { readonly kind: 'output-limit'; readonly limitBytes: number }
  /** Bytes on the judge's channel that are no answer to its question. */
  | { readonly kind: 'forged' }
  | { readonly kind: 'not-started'; readonly message: string }
  | { readonly kind: 'stopped' }
