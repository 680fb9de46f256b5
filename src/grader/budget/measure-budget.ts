import type { Budget, GrowthBudget, MemoryBudget } from '../../core/exercise.ts'
import type { AnyGrader } from '../cases/load-grader.ts'
import type { GradeRequest } from '../run/grade-request.ts'
import { openProgram, type Program, type ProgramSetting } from '../run/open-program.ts'
import { agreedPairs } from './agreed-pairs.ts'
import { candidate } from './candidate.ts'
import { inputsOf } from './inputs.ts'
import { type Heaps, measureMemory } from './measure-memory.ts'
import { measurePairs, type Pairs } from './measure-pairs.ts'
import { LOOKS, lastSideOf, sideOf } from './median-test.ts'
import { warmUp } from './warm-up.ts'
import { createYardstick, type Yardstick } from './yardstick.ts'

/** Each budget of the exercise with what was measured against it. */
export interface Measured {
  readonly ratio: { readonly budget: number; readonly pairs: Pairs } | undefined
  readonly growth: readonly { readonly budget: GrowthBudget; readonly pairs: Pairs }[]
  readonly memory: readonly { readonly budget: MemoryBudget; readonly heaps: Heaps }[]
}

export interface Measuring {
  readonly program: Program
  readonly grader: AnyGrader
  readonly setting: ProgramSetting
  readonly request: GradeRequest
  readonly yardstick: Yardstick
}

/**
 * Pairs after which a growth that is within its limit is no longer measured for gold; half of all solutions
 * are near the reference's time.
 */
const GOLD_PAIRS = 16
const GOLD_PAIRS_OF_RATIO = LOOKS[0]

/**
 * One budget after the other, until one is certainly not kept or cannot be measured: what comes after it
 * changes nothing.
 */
export async function measureBudget(measuring: Measuring): Promise<Measured> {
  const { budget } = measuring.request.exercise
  const growth: Measured['growth'][number][] = []
  const memory: Measured['memory'][number][] = []
  let ratio: Measured['ratio']
  for (const one of budget?.growth ?? []) {
    const pairs = await agreed(measuring, one.limit, (run, mostMs) => measureGrowth(run, one, mostMs))
    growth.push({ budget: one, pairs })
    if (isBroken(pairs, one.limit)) return { ratio, growth, memory }
  }
  if (budget?.ratio !== undefined) {
    const limit = budget.ratio
    const pairs = await agreed(measuring, limit, (run, mostMs) => measureRatio(run, limit, mostMs))
    ratio = { budget: limit, pairs }
    if (isBroken(ratio.pairs, budget.ratio)) return { ratio, growth, memory }
  }
  for (const one of budget?.memory ?? []) {
    const heaps = await measureMemory(measuring, one)
    if (heaps) memory.push({ budget: one, heaps })
  }
  return { ratio, growth, memory }
}

async function agreed(
  measuring: Measuring,
  limit: number,
  measure: (run: Measuring, mostMs: number) => Promise<Pairs>,
): Promise<Pairs> {
  let times = 0
  return await agreedPairs(
    limit,
    shareMsOf(measuring.request.exercise.budget),
    (mostMs) => measure(measuring, mostMs),
    (mostMs) => inNewProcesses(measuring, ++times, (run) => measure(run, mostMs)),
  )
}

/** With inputs of its own: one process may leave word for the next, in what the system keeps of files in memory. */
async function inNewProcesses(
  measuring: Measuring,
  time: number,
  measure: (run: Measuring) => Promise<Pairs>,
): Promise<Pairs | undefined> {
  const { grader, setting } = measuring
  const request = { ...measuring.request, seed: `${measuring.request.seed}/again ${time}` }
  const { exercise, source, fileName } = request
  await using program = await openProgram(setting, exercise, { kind: 'text', fileName, text: source })
  if (program.loaded.kind !== 'loaded') return undefined
  await using yardstick = createYardstick(grader, setting, request)
  return await measure({ ...measuring, request, program, yardstick })
}

function isBroken(pairs: Pairs, limit: number): boolean {
  return pairs.kind !== 'pairs' || lastSideOf(limit, pairs.ratios) === 'over'
}

/** CPU time of measuring, in all: nobody waits for longer to learn that they are near a budget. */
const MEASURING_MS = 20_000

function shareMsOf(budget: Budget | undefined): number {
  return MEASURING_MS / ((budget?.growth.length ?? 0) + (budget?.ratio === undefined ? 0 : 1))
}

async function measureRatio(measuring: Measuring, budget: number, mostMs: number): Promise<Pairs> {
  const { program, setting, request, yardstick } = measuring
  const { contender, warmed } = await yardstick.ready()
  const pairs = await measurePairs({
    yardstick: contender,
    warmed,
    rival: candidate(measuring, program.dialogue, contender.draw),
    warmMs: setting.support.warmMs,
    limit: budget,
    mostMs,
    settled(ratios) {
      request.onProgress?.({ kind: 'budget', label: undefined, pairs: ratios.length })
      return isSettled(ratios, budget, 1, GOLD_PAIRS_OF_RATIO)
    },
  })
  if (pairs.kind === 'fault' && pairs.by === 'yardstick')
    throw new Error(`${setting.support.referenceFile} fails on an input of the speed test`)
  return pairs
}

async function measureGrowth(
  measuring: Measuring,
  { label, limit, gold }: GrowthBudget,
  mostMs: number,
): Promise<Pairs> {
  const { program, grader, setting, request } = measuring
  const { warmMs } = setting.support
  const sizes = grader.performance?.growth?.[label]
  if (sizes === undefined) throw new Error(`The grader has no inputs for the growth budget "${label}"`)
  const small = candidate(measuring, program.dialogue, inputsOf(request, `${label}/small`, sizes.small))
  return measurePairs({
    yardstick: small,
    warmed: await warmUp(small, warmMs),
    rival: candidate(measuring, program.dialogue, inputsOf(request, `${label}/large`, sizes.large)),
    warmMs,
    limit,
    mostMs,
    settled(ratios) {
      request.onProgress?.({ kind: 'budget', label, pairs: ratios.length })
      return isSettled(ratios, limit, gold, GOLD_PAIRS)
    },
  })
}

/** @param goldPairs so many are measured at most for gold alone */
function isSettled(
  ratios: readonly number[],
  limit: number,
  gold: number | undefined,
  goldPairs: number,
): boolean {
  const side = sideOf(limit, ratios)
  if (side !== 'within') return side !== 'open'
  const goldOpen =
    gold !== undefined &&
    ratios.length < goldPairs &&
    sideOf(gold, ratios) === 'open' &&
    // Before the first look: as long as one pair has reached it.
    (ratios.length >= LOOKS[0] || ratios.some((ratio) => ratio <= gold))
  return !goldOpen
}
