import type { CompilerEnd, Compiling } from '../protocol/compiling.ts'
import type { Ended } from '../protocol/ended.ts'
import { runIsolated } from './run-isolated.ts'
import type { Launch } from './started.ts'

/**
 * Runs a compiler to its end, under limits as a submission has them; rejects when the signal is aborted.
 * Nothing that it started is left.
 * @param launch where it is not to be started from here
 */
export async function runCompiler(
  { limitMs, memoryMb, keptBytes, signal, ...asked }: Compiling,
  launch?: Launch,
): Promise<CompilerEnd> {
  signal?.throwIfAborted()
  const outputBytes = keptBytes ?? 2 ** 20
  const limits = { requestMs: limitMs, memoryMb, outputBytes, ...(keptBytes && { keptBytes }) }
  const run = { ...asked, limits, writes: true }
  const compiler = runIsolated(run, await launch?.(run))
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
