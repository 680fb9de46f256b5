import { type Breakdown, type Contender, runBatch } from './contender.ts'
import { drawBatch } from './inputs.ts'

export type Warm =
  | {
      readonly kind: 'warm'
      /** In a batch that is long enough to be measured. */
      readonly calls: number
      /** CPU time of the function in one call, as far as it can be told. */
      readonly callMs: number
      /** The same of what lies beside the function. */
      readonly besideMs: number
      /** The inputs before this index have been used. */
      readonly drawn: number
      /** CPU time of all its batches. */
      readonly spentMs: number
    }
  | {
      readonly kind: 'fault'
      readonly fault: Breakdown
      /** In the batch that failed. */
      readonly calls: number
    }

export interface WarmUpTerms {
  /** Undefined: as many as it takes to be measured well. */
  readonly calls?: number | undefined
  /** CPU time after which a batch is stopped. */
  readonly ceilingOf?: ((calls: number) => number) | undefined
}

/** A batch shorter than this would measure the frames rather than the function. */
const BATCH_MS = 20
/**
 * What is aimed at: calls get faster while they warm up, and a batch that falls just short would be
 * lengthened again.
 */
const AIM_MS = 25
/** With all that lies beside the function no batch need be longer: its own part is told exactly. */
const WHOLE_BATCH_MS = 300
const MAX_CALLS = 4096

/**
 * Lengthens the batch until it can be measured, then goes on until the function is warm.
 * @param warmMs CPU time after which a function runs as fast as it ever will
 */
export async function warmUp(contender: Contender, warmMs: number, terms: WarmUpTerms = {}): Promise<Warm> {
  let calls = 1
  let drawn = 0
  let ownSpentMs = 0
  let spentMs = 0
  for (;;) {
    const inputs = drawBatch(contender.draw, drawn, calls)
    drawn += calls
    const batch = await runBatch(contender, inputs, terms.ceilingOf?.(calls))
    const fault = batch.kind === 'fault' ? batch.fault : batch.check()
    if (batch.kind === 'fault' || fault) return { kind: 'fault', fault: fault as Breakdown, calls }
    const ownMs = batch.cpuMs - batch.besideMs
    ownSpentMs += ownMs
    spentMs += batch.cpuMs
    const long = terms.calls === undefined ? isLong(calls, ownMs, batch.cpuMs) : calls === terms.calls
    if (long && ownSpentMs >= warmMs)
      return { kind: 'warm', calls, callMs: ownMs / calls, besideMs: batch.besideMs / calls, drawn, spentMs }
    if (!long) calls = terms.calls ?? longer(calls, ownMs, batch.cpuMs)
  }
}

function isLong(calls: number, ownMs: number, wholeMs: number): boolean {
  return ownMs >= BATCH_MS || wholeMs >= WHOLE_BATCH_MS / 2 || calls === MAX_CALLS
}

/** Early calls are slow, and so the length is approached from below. */
function longer(calls: number, ownMs: number, wholeMs: number): number {
  const factor = Math.min(AIM_MS / Math.max(ownMs, 0.001), WHOLE_BATCH_MS / Math.max(wholeMs, 0.001))
  return Math.min(MAX_CALLS, Math.max(calls + 1, Math.floor(calls * factor)))
}
