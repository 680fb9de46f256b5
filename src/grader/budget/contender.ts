import type { Value } from '../../core/value.ts'
import type { NamedValue } from '../../core/verdict.ts'
import type { Batched } from '../protocol/answers.ts'
import type { ReadValue } from '../protocol/read-value.ts'
import type { Dialogue } from '../run/dialogue.ts'
import type { Draw, DrawnInputs } from './inputs.ts'

/** One of the two whose CPU time is compared. */
export interface Contender {
  readonly dialogue: Dialogue
  readonly draw: Draw
  /**
   * Looks at an output. Undefined for a reference: its outputs are right, and what its process says about its
   * own time is true.
   */
  readonly check:
    | ((args: readonly Value[], result: unknown, payload: Uint8Array) => Breakdown | undefined)
    | undefined
  /** CPU time after which a batch is stopped if nothing less is said; undefined: that of every request. */
  readonly batchLimitMs?: number
}

/** Why a measurement ended without a result. */
export type Breakdown =
  | Exclude<Batched, { readonly kind: 'returned' }>
  | {
      readonly kind: 'wrong'
      readonly args: readonly NamedValue[]
      readonly expected: Value
      readonly read: ReadValue
    }

export type Timed =
  | {
      readonly kind: 'timed'
      /** CPU time of the batch. */
      readonly cpuMs: number
      /** Of it what does not lie in the function; 0 where nobody can be believed about it. */
      readonly besideMs: number
      /** Whether one output, nobody can know beforehand which, is right. */
      readonly check: () => Breakdown | undefined
    }
  | { readonly kind: 'fault'; readonly fault: Breakdown }

/** @param cpuLimitMs CPU time after which the process is stopped; the fault is then a time limit of as much */
export async function runBatch(
  contender: Contender,
  inputs: DrawnInputs,
  cpuLimitMs = contender.batchLimitMs,
): Promise<Timed> {
  const batch = await contender.dialogue.batch(inputs.batch, cpuLimitMs)
  if (batch.kind !== 'returned') return { kind: 'fault', fault: batch }
  const { cpuMs, claimedMs } = batch
  const trusted = contender.check === undefined && claimedMs > 0 && claimedMs < cpuMs
  return {
    kind: 'timed',
    cpuMs,
    besideMs: trusted ? cpuMs - claimedMs : 0,
    check: () => checkSample(contender, inputs.calls, batch),
  }
}

function checkSample(
  { check }: Contender,
  calls: DrawnInputs['calls'],
  { results, payload }: Extract<Batched, { readonly kind: 'returned' }>,
): Breakdown | undefined {
  if (check === undefined) return undefined
  const at = Math.floor(Math.random() * calls.length)
  return check(calls[at] as readonly Value[], results[at], payload)
}
