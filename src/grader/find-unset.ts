import type { Exercise } from '../core/exercise.ts'
import type { Text } from '../core/locale.ts'
import { type Case, valuesOf } from './cases/case.ts'
import type { Called } from './protocol/answers.ts'
import type { Build } from './protocol/language.ts'
import { openProgram, type ProgramSetting, type TextSource } from './run/open-program.ts'

/** CPU time of a call. */
const CALL_MS = 2000

/**
 * Compiles a submission once more, so that what has no value holds a pattern, and asks it the same case as the
 * first of a new process: told where it answers otherwise, and not by chance. Nothing of this is part of a
 * verdict.
 */
export async function findUnset(
  setting: ProgramSetting,
  exercise: Exercise,
  source: TextSource,
  { args }: Case,
): Promise<Text | undefined> {
  const { support, limits, signal, build = 'usual' } = setting
  const { checks } = support
  if (checks === undefined) return undefined
  async function ask(one: Build, times: number) {
    const bounded = { ...limits, requestMs: Math.min(limits.requestMs, CALL_MS) }
    await using program = await openProgram({ ...setting, limits: bounded, build: one }, exercise, source)
    const { loaded, dialogue, warnings } = program
    const answers: string[] = []
    for (let at = 0; at < times && loaded.kind === 'loaded'; at++)
      answers.push(spelled(await dialogue.call(valuesOf(args))))
    return { answers, warnings }
  }
  try {
    const [plain] = (await ask(build, 1)).answers
    const { answers, warnings } = await ask('filled', 2)
    const [filled, again] = answers
    if (plain === undefined || filled !== again || filled === undefined || filled === plain) return undefined
    return checks.tellUnset(warnings, { fileName: source.fileName, source: source.text })
  } catch {
    signal?.throwIfAborted()
    // The verdict stands without it.
    return undefined
  }
}

function spelled(called: Called): string {
  if (called.kind !== 'returned') return called.kind
  return `${JSON.stringify(called.result)} ${Buffer.from(called.payload).toString('base64')}`
}
