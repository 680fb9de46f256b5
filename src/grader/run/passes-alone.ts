import type { Tried } from '../cases/case.ts'
import { toldPlace } from '../judge/told-failure.ts'
import type { Program } from './open-program.ts'
import { type CaseRun, runCase } from './run-cases.ts'

/**
 * Whether a case that failed after others passes as the first that a fresh process is asked: then the answer
 * hangs on what was asked before. The first of all has nothing before it, and a process that has ended tells
 * nothing.
 */
export async function passesAlone(
  tried: readonly Tried[],
  run: CaseRun,
  openFresh: () => Promise<Program>,
): Promise<boolean> {
  const at = toldPlace(tried)
  const failing = tried[at]
  if (failing === undefined || at === 0 || failing.outcome.kind === 'ended') return false
  await using fresh = await openFresh()
  if (fresh.loaded.kind !== 'loaded') return false
  const alone = await runCase(failing.case, { ...run, dialogue: fresh.dialogue, printed: fresh.printed })
  return alone.outcome.kind === 'passed'
}
