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
/** Enough for a just-in-time compiler to have done its work. */
const WARM_MS = 120

/**
 * The rival's CPU time for one call over the yardstick's, again and again: A B A B, with inputs that none of them has seen, until
 * `settled`. Each runs as many calls in a batch as it takes to be measured well, on the same inputs as far as both go.
 */
export async function measurePairs(
  yardstick: Contender,
  rival: Contender,
  settled: (ratios: readonly number[]) => boolean,
): Promise<Pairs> {
  let drawn = 0
  const inputsFor = (contender: Contender, count: number) => {
    const from = drawn
    return Array.from({ length: count }, (_, at) => contender.draw(from + at))
  }
  const advance = (count: number) => {
    drawn += count
  }

  const yardstickCalls = await warmUp(yardstick, inputsFor, advance)
  if (yardstickCalls.kind === 'fault') return { ...yardstickCalls, by: 'yardstick' }
  const rivalCalls = await warmUp(rival, inputsFor, advance)
  if (rivalCalls.kind === 'fault') return outOfTime(rivalCalls.fault, yardstickCalls.callMs)
  const ratios: number[] = []
  while (ratios.length < MAX_PAIRS && !settled(ratios)) {
    const under = await runBatch(yardstick, inputsFor(yardstick, yardstickCalls.calls))
    if (under.kind === 'fault') return { ...under, by: 'yardstick' }
    const over = await runBatch(rival, inputsFor(rival, rivalCalls.calls))
    if (over.kind === 'fault') return outOfTime(over.fault, under.callMs)
    advance(Math.max(yardstickCalls.calls, rivalCalls.calls))
    ratios.push(over.callMs / under.callMs)
  }
  return { kind: 'pairs', ratios }
}

function outOfTime(fault: Fault, yardstickMs: number): Pairs {
  if (fault.kind === 'ended' && fault.ended.kind === 'time-limit') {
    return { kind: 'out-of-time', atLeast: fault.ended.limitMs / yardstickMs, fault }
  }
  return { kind: 'fault', by: 'rival', fault }
}

type Warm =
  | { readonly kind: 'warm'; readonly calls: number; readonly callMs: number }
  | { readonly kind: 'fault'; readonly fault: Fault }

/** Doubles the batch until it is long enough, then goes on until the function is warm. */
async function warmUp(
  contender: Contender,
  inputsFor: (contender: Contender, count: number) => (readonly Value[])[],
  advance: (count: number) => void,
): Promise<Warm> {
  let calls = 1
  let spentMs = 0
  for (;;) {
    const batch = await runBatch(contender, inputsFor(contender, calls))
    advance(calls)
    if (batch.kind === 'fault') return batch
    const batchMs = batch.callMs * calls
    spentMs += batchMs
    const long = batchMs >= BATCH_MS || calls >= MAX_CALLS
    // Slow calls need no warming: the first ones have done it.
    if (long && (spentMs >= WARM_MS || calls >= MAX_CALLS))
      return { kind: 'warm', calls, callMs: batch.callMs }
    if (!long)
      calls = Math.min(
        MAX_CALLS,
        Math.max(2 * calls, Math.ceil(BATCH_MS / Math.max(batch.callMs, 0.001) / 2)),
      )
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

/** How many outputs of a batch are checked. Which ones, nobody can know beforehand. */
const CHECKED = 2

function checkSample(
  { check }: Contender,
  inputs: readonly (readonly Value[])[],
  { results, payload }: Extract<Batched, { readonly kind: 'returned' }>,
): Fault | undefined {
  if (check === undefined) return undefined
  for (let count = 0; count < Math.min(CHECKED, inputs.length); count++) {
    const at = Math.floor(Math.random() * inputs.length)
    const fault = check(inputs[at] as readonly Value[], results[at], payload)
    if (fault) return fault
  }
  return undefined
}
