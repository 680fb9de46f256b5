import { join } from 'node:path'
import type { Exercise } from '../core/exercise.ts'
import type { Text } from '../core/locale.ts'
import { type Case, valuesOf } from './cases/case.ts'
import { openProgram, type Program, type ProgramSetting, type TextSource } from './run/open-program.ts'

/** CPU time for all cases, and for one of them. */
const SEARCH_MS = 8000
const CASE_MS = 2000
/** A sanitizer keeps what was freed, and notes about every byte. */
const MORE_MEMORY_MB = 1024

/**
 * Compiles a submission once more, with its language's checks, and asks it the cases again, in order, until
 * it ends itself: what it says of that. Undefined where it does not, or takes too long, or this machine has
 * no checks. Nothing of this is part of a verdict.
 */
export async function findMistake(
  setting: ProgramSetting,
  exercise: Exercise,
  source: TextSource,
  cases: readonly Case[],
): Promise<Text | undefined> {
  const { support, tool, graderRoot, cacheRoot, limits, signal } = setting
  const { checks } = support
  const harness = join(graderRoot, '_harness', support.harnessFile)
  if (checks === undefined || !(await checks.prepare(tool, { harness, cacheRoot, signal }))) return undefined
  try {
    await using program = await openProgram(
      {
        ...setting,
        limits: {
          ...limits,
          requestMs: Math.min(limits.requestMs, CASE_MS),
          memoryMb: limits.memoryMb + MORE_MEMORY_MB,
          mapsFreely: true,
        },
        build: 'checked',
      },
      exercise,
      source,
    )
    await askUntilItEnds(program, cases)
    const { fileName, text } = source
    return await checks.explain(program.output().stderr, { folder: program.folder, fileName, source: text })
  } catch {
    signal?.throwIfAborted()
    // A machine on which a sanitizer does not start: then there is no more to say.
    return undefined
  }
}

async function askUntilItEnds({ loaded, dialogue }: Program, cases: readonly Case[]): Promise<void> {
  if (loaded.kind !== 'loaded') return
  for (const { args } of cases) {
    const called = await dialogue.call(valuesOf(args))
    if (called.kind === 'ended' || dialogue.cpuMs() > SEARCH_MS) return
  }
}
