import type { Ended } from './ended.ts'
import type { StartCommand } from './language.ts'

/** What is put around a submission's process from outside, before it starts, whatever its language. */
export type OuterLayer =
  /** bubblewrap: as `namespaces`, and no more of the file system than the language's tool needs, read-only. */
  | { readonly kind: 'bubblewrap'; readonly path: string }
  /** unshare of util-linux: processes, network and shared memory of its own, and no capability. */
  | { readonly kind: 'namespaces'; readonly path: string }
  | { readonly kind: 'none' }

export type OuterKind = OuterLayer['kind']

/** A compiler that is run to its end, under limits as a submission has them. */
export interface Compiling {
  readonly command: StartCommand
  readonly folder: string
  readonly layer: OuterLayer
  /** What it reads beside the system and its folder. */
  readonly reads: readonly string[]
  /** CPU time. */
  readonly limitMs: number
  readonly memoryMb: number
  /** A file that it reads as its stdin. */
  readonly stdin?: string
  /** Where what it prints is more than words. */
  readonly keptBytes?: number
  /** Kills the compiler. */
  readonly signal?: AbortSignal | undefined
}

export interface CompilerEnd {
  readonly ended: Ended
  readonly stdout: string
  readonly stderr: string
}

export type RunCompiler = (compiling: Compiling) => Promise<CompilerEnd>
