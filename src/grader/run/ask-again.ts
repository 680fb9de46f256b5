import type { Value } from '../../core/value.ts'
import type { Case, Tried } from '../cases/case.ts'
import { identical } from '../judge/examine-case.ts'
import { withoutValues } from '../judge/without-values.ts'
import { readValue } from '../protocol/read-value.ts'
import { CHANGED_LATER } from '../words/sentences.ts'
import { type CaseRun, runCase } from './run-cases.ts'

/** So many cases are put a second time. */
const REPEATED = 3

/**
 * After every case has passed: whether the first ones pass again, and whether all results are still what they
 * were. A buffer that the next call overwrites was right when it was returned, and is no answer. The first
 * failure, or undefined.
 */
export async function askAgain(tried: readonly Tried[], run: CaseRun): Promise<Tried | undefined> {
  for (const { case: one } of tried.slice(0, REPEATED)) {
    const again = await runCase(one, run)
    if (again.outcome.kind !== 'passed') return again
  }
  return await changedLater(tried, run)
}

/** So many inputs of a measurement are put as cases are. */
const LARGE = 2

/**
 * The same of inputs that are measured. In a batch nobody looks at the arguments, nor again at a result: who
 * changes or overwrites what is large alone would gain by it.
 * @param tried every case so far, all of which passed
 */
export async function askLarge(
  tried: readonly Tried[],
  run: CaseRun,
  draw: (at: number) => Case,
): Promise<Tried | undefined> {
  const all = [...tried]
  for (let at = 0; at < LARGE; at++) {
    const one = await runCase(draw(at), run, { keep: true })
    if (one.outcome.kind !== 'passed') return one
    all.push(one)
  }
  return await changedLater(all, run)
}

async function changedLater(tried: readonly Tried[], run: CaseRun): Promise<Tried | undefined> {
  const returned = tried.flatMap((one) =>
    one.outcome.kind === 'passed' ? [{ ...one, got: one.outcome.got }] : [],
  )
  const recalled = await run.dialogue.recall(returned.map(({ got }) => got))
  if (recalled.kind === 'ended') return lastOf(tried, recalled)
  const { returns } = run.exercise.signature
  for (const [at, { got, ...one }] of returned.entries()) {
    const result = recalled.results[at]
    if (result === null) continue
    const now = readValue(returns, result, recalled.payload, 'result')
    if (now.kind === 'value' && identical(got, withoutValues(one.case.expected, now.value))) continue
    return { ...one, outcome: { kind: 'invalid', got: whole(now), summary: CHANGED_LATER } }
  }
  return undefined
}

function whole(read: ReturnType<typeof readValue>): Value | undefined {
  return read.kind === 'value' ? read.value : undefined
}

function lastOf(tried: readonly Tried[], outcome: Tried['outcome']): Tried | undefined {
  const last = tried.at(-1)
  return last && { ...last, outcome }
}
