import type { Ended } from '../protocol/ended.ts'
import type { StartCommand } from '../protocol/language.ts'
import type { OuterLayer } from './outer-layer.ts'
import { runIsolated } from './run-isolated.ts'

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

/**
 * Runs a compiler to its end, under limits as a submission has them; rejects when the signal is aborted.
 * Nothing that it started is left.
 */
export async function runCompiler({
  limitMs,
  memoryMb,
  keptBytes,
  signal,
  ...run
}: Compiling): Promise<CompilerEnd> {
  signal?.throwIfAborted()
  const outputBytes = keptBytes ?? 2 ** 20
  const limits = { requestMs: limitMs, memoryMb, outputBytes, ...(keptBytes && { keptBytes }) }
  const compiler = runIsolated({ ...run, limits, writes: true })
  const stop = () => void compiler.stop()
  signal?.addEventListener('abort', stop)
  try {
    // A compiler sends no frame: it ends.
    const reply = await compiler.hello(limitMs)
    const ended: Ended = reply.kind === 'ended' ? reply.ended : { kind: 'forged' }
    return { ended, ...compiler.output() }
  } finally {
    signal?.removeEventListener('abort', stop)
    await compiler.stop()
    signal?.throwIfAborted()
  }
}
