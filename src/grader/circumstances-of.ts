import type { Circumstances } from './judge/judge.ts'
import type { Program, ProgramSetting } from './run/open-program.ts'

/** As they are now: more may yet come on stderr. */
export function circumstancesOf(
  { output }: Pick<Program, 'output'>,
  { support, limits }: Pick<ProgramSetting, 'support' | 'limits'>,
): Circumstances {
  return { memoryMb: limits.memoryMb, memoryError: support.memoryError, stderr: output().stderr }
}
