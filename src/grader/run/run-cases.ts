import type { Exercise } from '../../core/exercise.ts'
import type { Text } from '../../core/locale.ts'
import type { Type } from '../../core/signature.ts'
import type { Comparison } from '../../kit/define-grader.ts'
import { type Case, type CaseOutcome, type Tried, valuesOf } from '../cases/case.ts'
import { valueBytes } from '../cases/value-size.ts'
import { examineCase } from '../judge/examine-case.ts'
import type { Dialogue } from './dialogue.ts'
import type { Program } from './open-program.ts'

export interface CaseRun {
  readonly dialogue: Dialogue
  readonly printed: Program['printed']
  readonly exercise: Exercise
  readonly comparison: Comparison
  readonly describe: (type: Type) => Text
  /** Memory that ran out once runs out again. */
  readonly memoryError: RegExp
  /** `passed`: so have all before it. */
  readonly onCase: (done: number, passed: boolean) => void
}

/**
 * CPU time. After a failure the other cases are run for the diagnosis alone, and a slow submission is not
 * made to wait for it.
 */
const DIAGNOSIS_MS = 2000
/** Of wrong results, which may be far larger than right ones: they are kept for the diagnosis alone. */
const DIAGNOSIS_BYTES = 128 * 2 ** 20

/**
 * Puts every case to the program, in order, until it ends. Failing cases do not stop it: the diagnosis needs
 * them all.
 */
export async function runCases(cases: readonly Case[], run: CaseRun): Promise<readonly Tried[]> {
  const tried: Tried[] = []
  // Of the loading.
  await run.printed()
  let failedAt: number | undefined
  let heldBytes = 0
  for (const one of cases) {
    const ran = await runCase(one, run, { keep: true })
    const { outcome } = ran
    tried.push(ran)
    if (outcome.kind !== 'passed') failedAt ??= run.dialogue.cpuMs()
    run.onCase(tried.length, failedAt === undefined)
    heldBytes += wrongBytes(outcome)
    if (isFinal(outcome, run.memoryError) || heldBytes > DIAGNOSIS_BYTES) break
    if (failedAt !== undefined && run.dialogue.cpuMs() - failedAt > DIAGNOSIS_MS) break
  }
  return tried
}

/** CPU time of all that is asked beyond the cases. */
const MORE_MS = 500

/** Puts further cases to the program, until it ends or has taken its time. */
export function askMore(run: CaseRun, tried: readonly Tried[]): (one: Case) => Promise<Tried | undefined> {
  const began = run.dialogue.cpuMs()
  let isOver = tried.some(({ outcome }) => isFinal(outcome, run.memoryError))
  let heldBytes = 0
  return async (one) => {
    if (isOver || run.dialogue.cpuMs() - began > MORE_MS) return undefined
    const asked = await runCase(one, run, { limitMs: MORE_MS })
    heldBytes += wrongBytes(asked.outcome)
    isOver = isFinal(asked.outcome, run.memoryError) || heldBytes > DIAGNOSIS_BYTES
    return asked
  }
}

function wrongBytes(outcome: CaseOutcome): number {
  const got = outcome.kind === 'wrong' || outcome.kind === 'invalid' ? outcome.got : undefined
  return got === undefined ? 0 : valueBytes(got)
}

function isFinal(outcome: CaseOutcome, memoryError: RegExp): boolean {
  if (outcome.kind === 'threw') return memoryError.test(`${outcome.name} ${outcome.message.en}`)
  return outcome.kind === 'ended'
}

export interface CallOptions {
  readonly limitMs?: number
  /** So that it can be looked at again: run/ask-again.ts. */
  readonly keep?: boolean
}

export async function runCase(one: Case, run: CaseRun, options: CallOptions = {}): Promise<Tried> {
  const outcome = await outcomeOf(one, run, options)
  return { case: one, outcome, printed: await run.printed() }
}

async function outcomeOf(one: Case, run: CaseRun, { limitMs, keep }: CallOptions): Promise<CaseOutcome> {
  const called = await run.dialogue.call(valuesOf(one.args), limitMs, one.expected, keep)
  switch (called.kind) {
    case 'returned':
      return examineCase(one, called, run.exercise, run.comparison, run.describe)
    case 'threw':
    case 'ended':
      return called
  }
}
