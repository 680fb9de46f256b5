import type { Value } from '../../core/value.ts'
import type { NamedValue } from '../../core/verdict.ts'
import type { ReadValue } from '../protocol/read-value.ts'
import type { Batched, Session } from '../run/session.ts'
import { MAX_PAIRS } from './median-test.ts'

/** One of the two whose CPU time is compared. */
export interface Contender {
  readonly session: Session
  /** Whether its outputs are to be checked. The reference's are not. */
  readonly check:
    | ((args: readonly Value[], result: unknown, payload: Uint8Array) => Fault | undefined)
    | undefined
  readonly draw: (index: number) => readonly Value[]
}

/** Why a measurement ended without a result. */
export type Fault =
  | Exclude<Batched, { readonly kind: 'returned' }>
  | {
      readonly kind: 'wrong'
      readonly args: readonly NamedValue[]
      readonly expected: Value
      readonly read: ReadValue
    }

export type Pairs =
  | { readonly kind: 'pairs'; readonly ratios: readonly number[] }
  /** The yardstick ran, and its rival did not come to an end: the ratio is at least `atLeast`. */
  | { readonly kind: 'out-of-time'; readonly atLeast: number; readonly fault: Fault }
  | { readonly kind: 'fault'; readonly by: 'yardstick' | 'rival'; readonly fault: Fault }

/** A batch shorter than this would measure the frames rather than the function. */
const BATCH_MS = 20
const MAX_CALLS = 4096

/**
 * The rival's CPU time for one call over the yardstick's, again and again: A B A B, with inputs that neither has seen, until
 * `settled`. Each runs as many calls in a batch as it takes to be measured well; where both draw by the same function, on the same inputs
 * as far as both go.
 * @param warmMs CPU time after which a function runs as fast as it ever will
 */
export async function measurePairs(
  yardstick: Contender,
  rival: Contender,
  warmMs: number,
  settled: (ratios: readonly number[]) => boolean,
): Promise<Pairs> {
  const under = await warmUp(yardstick, warmMs)
  if (under.kind === 'fault') return { ...under, by: 'yardstick' }
  const over = await warmUp(rival, warmMs)
  if (over.kind === 'fault') return outOfTime(over.fault, under.callMs)
  const ratios: number[] = []
  let at = Math.max(under.drawn, over.drawn)
  let inputs = drawPair(yardstick, under.calls, rival, over.calls, at)
  while (ratios.length < MAX_PAIRS && !settled(ratios)) {
    const [first, second] = inputs
    at += Math.max(first.length, second.length)
    const one = await runBatch(yardstick, first)
    if (one.kind === 'fault') return { ...one, by: 'yardstick' }
    const running = runBatch(rival, second)
    // Drawn on this processor while the rival runs on another.
    inputs = drawPair(yardstick, under.calls, rival, over.calls, at)
    const other = await running
    if (other.kind === 'fault') return outOfTime(other.fault, one.callMs)
    ratios.push(other.callMs / one.callMs)
  }
  return { kind: 'pairs', ratios }
}

type Inputs = readonly (readonly Value[])[]

function drawPair(
  yardstick: Contender,
  yardstickCalls: number,
  rival: Contender,
  rivalCalls: number,
  from: number,
): readonly [Inputs, Inputs] {
  if (yardstick.draw !== rival.draw) {
    return [drawFrom(yardstick, from, yardstickCalls), drawFrom(rival, from, rivalCalls)]
  }
  const shared = drawFrom(yardstick, from, Math.max(yardstickCalls, rivalCalls))
  return [shared.slice(0, yardstickCalls), shared.slice(0, rivalCalls)]
}

function drawFrom({ draw }: Contender, from: number, count: number): Inputs {
  return Array.from({ length: count }, (_, at) => draw(from + at))
}

function outOfTime(fault: Fault, yardstickMs: number): Pairs {
  if (fault.kind === 'ended' && fault.ended.kind === 'time-limit') {
    return { kind: 'out-of-time', atLeast: fault.ended.limitMs / yardstickMs, fault }
  }
  return { kind: 'fault', by: 'rival', fault }
}

type Warm =
  | { readonly kind: 'warm'; readonly calls: number; readonly callMs: number; readonly drawn: number }
  | { readonly kind: 'fault'; readonly fault: Fault }

/** Lengthens the batch until it can be measured, then goes on until the function is warm. */
async function warmUp(contender: Contender, warmMs: number): Promise<Warm> {
  let calls = 1
  let drawn = 0
  let spentMs = 0
  for (;;) {
    const batch = await runBatch(contender, drawFrom(contender, drawn, calls))
    drawn += calls
    if (batch.kind === 'fault') return batch
    const { callMs } = batch
    spentMs += callMs * calls
    const long = callMs * calls >= BATCH_MS || calls === MAX_CALLS
    if (long && spentMs >= warmMs) return { kind: 'warm', calls, callMs, drawn }
    // Early calls are slow, and so the length is approached from below.
    if (!long)
      calls = Math.min(MAX_CALLS, Math.max(2 * calls, Math.floor(BATCH_MS / Math.max(callMs, 0.001))))
  }
}

type Timed =
  | { readonly kind: 'timed'; readonly callMs: number }
  | { readonly kind: 'fault'; readonly fault: Fault }

async function runBatch(contender: Contender, inputs: readonly (readonly Value[])[]): Promise<Timed> {
  const batch = await contender.session.batch(inputs)
  if (batch.kind !== 'returned') return { kind: 'fault', fault: batch }
  const fault = checkSample(contender, inputs, batch)
  return fault ? { kind: 'fault', fault } : { kind: 'timed', callMs: batch.cpuMs / inputs.length }
}

/** One output of each batch; which one, nobody can know beforehand. */
function checkSample(
  { check }: Contender,
  inputs: readonly (readonly Value[])[],
  { results, payload }: Extract<Batched, { readonly kind: 'returned' }>,
): Fault | undefined {
  if (check === undefined) return undefined
  const at = Math.floor(Math.random() * inputs.length)
  return check(inputs[at] as readonly Value[], results[at], payload)
}
