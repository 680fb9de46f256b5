import type { Exercise } from '../core/exercise.ts'
import type { Text } from '../core/locale.ts'
import type { Verdict } from '../core/verdict.ts'
import type { Draw } from './budget/inputs.ts'
import type { Case, Tried } from './cases/case.ts'
import { findMistake } from './find-mistake.ts'
import { findSlip } from './find-slip.ts'
import { withSlowLoop } from './find-slow-loop.ts'
import { findUnset } from './find-unset.ts'
import { EARLIER_CALLS } from './judge/depends-on-earlier.ts'
import { toldFailure } from './judge/told-failure.ts'
import type { Ended } from './protocol/ended.ts'
import type { ProgramSetting, TextSource } from './run/open-program.ts'
import type { CaseRun } from './run/run-cases.ts'
import { onTwoLines } from './words/paragraphs.ts'

/** A verdict, and the way to it. */
export interface Decided {
  readonly verdict: Verdict
  /** What held the values of the result, where that is something else than the signature says. */
  readonly remark?: Text | undefined
  /** None where the file could not be loaded. */
  readonly tried: readonly Tried[]
  /** How they were tried. */
  readonly run?: CaseRun
  /** How the process ended, if it did by itself. */
  readonly ended: Ended | undefined
}

/**
 * The same verdict, and what a checked run says of the case that failed: how the process came to be ended by
 * the system, or that a wrong output comes from memory that was not the submission's to read, or from a slip of
 * the language's own. A known mistake needs no other reason. Of one that is too slow, the loop that takes its time.
 * @param draw inputs that take time
 */
export async function explainVerdict(
  { verdict, tried, run, ended }: Omit<Decided, 'remark'>,
  setting: ProgramSetting,
  exercise: Exercise,
  source: TextSource,
  draw: Draw | undefined,
): Promise<Verdict> {
  const find = (cases: readonly Case[]) => findMistake(setting, exercise, source, cases)
  const failing = toldFailure(tried)?.case
  switch (verdict.kind) {
    // One that crashes while it is loaded counts as not compiled.
    case 'compile-error':
    case 'runtime-error': {
      if (ended?.kind !== 'killed' || !CRASHES.has(ended.signal)) return verdict
      // What was broken in one case may fall down in a later one.
      const cases = failing === undefined ? [] : [failing, ...tried.map((one) => one.case)]
      const found = await find(cases)
      return found === undefined ? verdict : { ...verdict, message: onTwoLines(found, verdict.message) }
    }
    case 'wrong-answer': {
      const { diagnosis, failure } = verdict
      if (failing === undefined) return verdict
      const unset = () => findUnset(setting, exercise, source, failing)
      const slip = async () => run && (await findSlip(setting, exercise, source, tried, run))
      if (diagnosis === undefined)
        return {
          ...verdict,
          failure: { ...failure, note: (await find([failing])) ?? (await unset()) ?? (await slip()) },
        }
      // Chance passes for something that is kept.
      const note = diagnosis.id === EARLIER_CALLS.id ? await unset() : undefined
      return note ? { ...verdict, diagnosis: undefined, failure: { ...failure, note } } : verdict
    }
    case 'invalid-output':
      return failing === undefined || verdict.failure.note !== undefined
        ? verdict
        : { ...verdict, failure: { ...verdict.failure, note: await find([failing]) } }
    case 'too-slow':
      return { ...verdict, lesson: await withSlowLoop(verdict.lesson, setting, exercise, source, draw) }
    default:
      return verdict
  }
}

const CRASHES: ReadonlySet<string> = new Set(['SIGSEGV', 'SIGBUS', 'SIGFPE', 'SIGILL', 'SIGABRT', 'SIGTRAP'])
