import type { Exercise } from '../core/exercise.ts'
import type { Text } from '../core/locale.ts'
import type { Tried } from './cases/case.ts'
import { toldFailure } from './judge/told-failure.ts'
import { openProgram, type ProgramSetting, type TextSource } from './run/open-program.ts'
import { type CaseRun, runCase } from './run/run-cases.ts'

/** CPU time of a call. */
const CALL_MS = 2000

/**
 * A slip of the language's own that explains a wrong output: the case that failed passes as soon as it is put
 * right. Nothing of this is part of a verdict.
 */
export async function findSlip(
  setting: ProgramSetting,
  exercise: Exercise,
  source: TextSource,
  tried: readonly Tried[],
  run: CaseRun,
): Promise<Text | undefined> {
  const { support, limits, signal } = setting
  const failing = toldFailure(tried)
  if (failing?.outcome.kind !== 'wrong') return undefined
  const bounded = { ...setting, limits: { ...limits, requestMs: Math.min(limits.requestMs, CALL_MS) } }
  for (const { text, told } of support.checks?.repairs(source) ?? []) {
    try {
      await using program = await openProgram({ ...bounded, build: 'quick' }, exercise, { ...source, text })
      const { loaded, dialogue, printed } = program
      if (loaded.kind !== 'loaded') continue
      const { outcome } = await runCase(failing.case, { ...run, dialogue, printed })
      if (outcome.kind === 'passed') return told
    } catch {
      signal?.throwIfAborted()
      // The verdict stands without it.
    }
  }
  return undefined
}
