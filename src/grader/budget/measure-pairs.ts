import { type Breakdown, type Contender, runBatch, type Timed } from './contender.ts'
import { type DrawnInputs, drawBatch } from './inputs.ts'
import { MAX_PAIRS } from './median-test.ts'
import { unaccounted } from './unaccounted.ts'
import { type Warm, warmUp } from './warm-up.ts'

export type Pairs =
  /** @property spentMs CPU time of both, warming up included */
  | { readonly kind: 'pairs'; readonly ratios: readonly number[]; readonly spentMs: number }
  /** The yardstick ran, and its rival did not come to an end: the ratio is at least `atLeast`. */
  | { readonly kind: 'out-of-time'; readonly atLeast: number; readonly fault: Breakdown }
  | { readonly kind: 'fault'; readonly by: 'yardstick' | 'rival'; readonly fault: Breakdown }

export interface Race {
  readonly yardstick: Contender
  /** What came of warming up the yardstick. */
  readonly warmed: Warm
  readonly rival: Contender
  /** CPU time after which the rival runs as fast as it ever will. */
  readonly warmMs: number
  /** The ratio at which the budget ends. */
  readonly limit: number
  /** CPU time of both, warming up included, after which no further pair is measured. */
  readonly mostMs: number
  readonly settled: (ratios: readonly number[]) => boolean
}

/**
 * A batch that takes so many times what the budget allows, and on top a stall of the machine or, while it
 * warms up, some work that is done but once, is stopped: CPU time is never off by so much.
 */
const HOPELESS_FACTOR = 3
const STALL_MS = 300
const ONCE_MS = 1000

/**
 * The rival's CPU time for one call over the yardstick's, again and again: A B A B, with inputs that neither
 * has seen, until `settled` or `mostMs` are spent. Where both draw by the same function they get the same
 * inputs in batches of the same length, and what lies beside the function (reading arguments, writing
 * results: as the reference tells of itself) is taken off both.
 */
export async function measurePairs(race: Race): Promise<Pairs> {
  const { yardstick, warmed: under, rival, warmMs, limit, mostMs, settled } = race
  if (under.kind === 'fault') return { kind: 'fault', by: 'yardstick', fault: under.fault }
  const allowedMs = (calls: number) => HOPELESS_FACTOR * calls * (limit * under.callMs + under.besideMs)
  const over = await warmUp(rival, warmMs, {
    calls: sharesInputs(race) ? under.calls : undefined,
    ceilingOf: (calls) => allowedMs(calls) + ONCE_MS,
  })
  if (over.kind === 'fault') return outOfTime(over.fault, over.calls, under)
  const calls = { yardstick: under.calls, rival: over.calls }
  const ceilingMs = allowedMs(calls.rival) + STALL_MS
  const tally = createTally(race, calls)
  let at = Math.max(under.drawn, over.drawn)
  let inputs = drawPair(race, calls, at)
  let check: () => Breakdown | undefined = () => undefined
  let ratios: readonly number[] = []
  let spentMs = under.spentMs + over.spentMs
  while (ratios.length < MAX_PAIRS && spentMs < mostMs && !settled(ratios)) {
    const [first, second] = inputs
    at += Math.max(calls.yardstick, calls.rival)
    const running = runBatch(yardstick, first)
    // Done now: whatever this process disturbs, it is not the learner's.
    inputs = drawPair(race, calls, at)
    const fault = check()
    const one = await running
    if (fault) return { kind: 'fault', by: 'rival', fault }
    if (one.kind === 'fault') return { kind: 'fault', by: 'yardstick', fault: one.fault }
    const other = await runBatch(rival, second, ceilingMs)
    if (other.kind === 'fault') return outOfTime(other.fault, calls.rival, callOf(one, calls.yardstick))
    check = () => one.check() ?? other.check()
    ratios = tally(one, other)
    spentMs += one.cpuMs + other.cpuMs
  }
  const fault = check()
  if (fault) return { kind: 'fault', by: 'rival', fault }
  return { kind: 'pairs', ratios: ratios.length === 0 ? [warmRatio(under, over)] : ratios, spentMs }
}

/**
 * Where warming up took all the time, its last batches are the one pair that there is: it decides nothing,
 * and tells how slow the rival is.
 */
function warmRatio(under: WarmCalls, over: WarmCalls): number {
  return Math.max(over.callMs - under.besideMs, LEAST_SHARE * over.callMs) / under.callMs
}

/**
 * Adds a pair, and gives the ratios of all pairs so far: what no batch shows is spread over the batches of
 * its program.
 */
function createTally({ yardstick, rival }: Race, calls: Calls): (one: Ran, other: Ran) => readonly number[] {
  const pairs: { readonly ownMs: number; readonly rivalMs: number }[] = []
  const hidden = unaccounted(rival.dialogue)
  const sharesProcess = yardstick.dialogue === rival.dialogue
  const hiddenOfYardstick = sharesProcess ? undefined : unaccounted(yardstick.dialogue)
  return (one, other) => {
    const rivalMs = Math.max(other.cpuMs - one.besideMs, LEAST_SHARE * other.cpuMs)
    pairs.push({ ownMs: one.cpuMs - one.besideMs, rivalMs })
    hidden.add(sharesProcess ? one.cpuMs + other.cpuMs : other.cpuMs)
    hiddenOfYardstick?.add(one.cpuMs)
    const underMs = (hiddenOfYardstick?.ms() ?? 0) / pairs.length
    const overMs = hidden.ms() / pairs.length
    return pairs.map(
      (pair) => (pair.rivalMs + overMs) / calls.rival / ((pair.ownMs + underMs) / calls.yardstick),
    )
  }
}

/** Not less than this share of a batch is taken to be the function's: what lies beside it varies too. */
const LEAST_SHARE = 0.02

type OneCall = Pick<WarmCalls, 'callMs' | 'besideMs'>

type Ran = Extract<Timed, { readonly kind: 'timed' }>

function callOf({ cpuMs, besideMs }: Ran, calls: number): OneCall {
  return { callMs: (cpuMs - besideMs) / calls, besideMs: besideMs / calls }
}

function sharesInputs({ yardstick, rival }: Race): boolean {
  return yardstick.draw === rival.draw
}

interface Calls {
  readonly yardstick: number
  readonly rival: number
}

type WarmCalls = Extract<Warm, { readonly kind: 'warm' }>

function drawPair(race: Race, calls: Calls, from: number): readonly [DrawnInputs, DrawnInputs] {
  const first = drawBatch(race.yardstick.draw, from, calls.yardstick)
  return [first, sharesInputs(race) ? first : drawBatch(race.rival.draw, from, calls.rival)]
}

function outOfTime(fault: Breakdown, calls: number, { callMs, besideMs }: OneCall): Pairs {
  if (fault.kind === 'ended' && fault.ended.kind === 'time-limit') {
    return { kind: 'out-of-time', atLeast: (fault.ended.limitMs / calls - besideMs) / callMs, fault }
  }
  return { kind: 'fault', by: 'rival', fault }
}
