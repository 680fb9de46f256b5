import type { Text } from '../../core/locale.ts'
import { unreachable } from '../../core/unreachable.ts'
import {
  type CaseCount,
  EDGE_MARGIN,
  type Failure,
  type GrowthMeasurement,
  type MemoryMeasurement,
  type Performance,
  type RatioMeasurement,
  type Side,
  type Tier,
  type Verdict,
} from '../../core/verdict.ts'
import type { Comparison } from '../../kit/define-grader.ts'
import { compare } from '../judge/compare.ts'
import { type Circumstances, judgeEnd, judgeThrow } from '../judge/judge.ts'
import {
  atTheEdge,
  OUTPUT_DIFFERS,
  RETURNED_SOMETHING_ELSE,
  SPEED_TEST_INPUT,
  TELLS_NO_SIDE,
} from '../words/sentences.ts'
import { showableValue } from '../words/showable-text.ts'
import type { Breakdown } from './contender.ts'
import type { Measured } from './measure-budget.ts'
import { memorySide } from './measure-memory.ts'
import type { Pairs } from './measure-pairs.ts'
import { estimateMedian, lastSideOf } from './median-test.ts'

/** The verdict on a submission whose answers were right. Never `too-slow` on doubt: that is `inconclusive`. */
export function budgetVerdict(
  measured: Measured,
  cases: CaseCount,
  circumstances: Circumstances,
  comparison: Comparison,
): Verdict {
  const all = [
    ...measured.growth.map(({ pairs, budget }) => ({ pairs, limit: budget.limit })),
    ...ratioOf(measured),
  ]
  for (const { pairs, limit } of all) {
    const fault = faultIn(pairs, limit)
    if (fault) return judgeFault(fault, cases, circumstances, comparison)
  }
  for (const { heaps } of measured.memory) {
    if (heaps.kind === 'fault') return judgeFault(heaps.fault, cases, circumstances, comparison)
  }
  const performance = performanceOf(measured)
  const { ratio, growth, memory } = performance
  const timeSides = [...growth, ...(ratio ? [ratio] : [])].map(({ side }) => side)
  const memorySides = memory.map(({ side }) => side)
  if (timeSides.includes('over')) return { kind: 'too-slow', cases, performance }
  if (memorySides.includes('over')) return { kind: 'memory-budget', cases, performance }
  if ([...timeSides, ...memorySides].includes('open')) {
    return { kind: 'inconclusive', cases, performance, reason: TELLS_NO_SIDE }
  }
  return { kind: 'accepted', cases, performance }
}

function ratioOf({ ratio }: Measured): readonly { readonly pairs: Pairs; readonly limit: number }[] {
  return ratio ? [{ pairs: ratio.pairs, limit: ratio.budget }] : []
}

function faultIn(pairs: Pairs, limit: number): Breakdown | undefined {
  switch (pairs.kind) {
    case 'pairs':
      return undefined
    case 'out-of-time':
      return pairs.atLeast > limit ? undefined : pairs.fault
    case 'fault':
      return pairs.fault
    default:
      return unreachable(pairs)
  }
}

function performanceOf(measured: Measured): Performance {
  const { ratio, growth, memory } = measured
  const growths = growth.map(({ budget, pairs }): GrowthMeasurement => {
    const { label, limit, gold } = budget
    return { label, budget: limit, gold, ...summary(pairs, limit) }
  })
  const ratios: RatioMeasurement | undefined = ratio && {
    budget: ratio.budget,
    ...summary(ratio.pairs, ratio.budget),
  }
  const memories = memory.map(({ budget, heaps }): MemoryMeasurement => {
    const { label, limit } = budget
    const held = heaps.kind === 'heaps' ? heaps.ratios : []
    return { label, budget: limit, ...summaryOfRatios(held, memorySide(limit, held)) }
  })
  const all: readonly LabelledRatio[] = [...(ratios ? [ratios] : []), ...growths, ...memories]
  const tier = tierOf(measured, all)
  return {
    tier,
    edge: tier === 'none' ? undefined : edgeOf(all),
    ratio: ratios,
    growth: growths,
    memory: memories,
  }
}

type LabelledRatio = RatioMeasurement & { readonly label?: string }

function edgeOf(all: readonly LabelledRatio[]): Text | undefined {
  const near = all.filter(({ side }) => side === 'edge')
  return near.length === 0 ? undefined : atTheEdge(near, EDGE_MARGIN)
}

/** Never gold at the edge of any budget. */
function tierOf(measured: Measured, all: readonly LabelledRatio[]): Tier {
  if (all.some(({ side }) => side === 'over' || side === 'open')) return 'none'
  return all.every(({ side }) => side === 'within') && isGold(measured) ? 'gold' : 'pass'
}

/** Gold is the growth of the best-known algorithm, or to be clearly faster than the reference. */
function isGold({ ratio, growth }: Measured): boolean {
  const withGold = growth.flatMap(({ budget: { gold }, pairs }) =>
    gold === undefined ? [] : [keeps(pairs, gold)],
  )
  const bestGrowth = withGold.length > 0 && withGold.every((kept) => kept)
  return bestGrowth || (ratio !== undefined && keeps(ratio.pairs, 1))
}

function keeps(pairs: Pairs, limit: number): boolean {
  return pairs.kind === 'pairs' && lastSideOf(limit, pairs.ratios) === 'within'
}

type Summary = Omit<RatioMeasurement, 'budget'>

function summary(pairs: Pairs, limit: number): Summary {
  if (pairs.kind === 'out-of-time') {
    return { ratio: pairs.atLeast, interval: [pairs.atLeast, pairs.atLeast], pairs: 0, side: 'over' }
  }
  const ratios = pairs.kind === 'pairs' ? pairs.ratios : []
  return summaryOfRatios(ratios, lastSideOf(limit, ratios))
}

function summaryOfRatios(ratios: readonly number[], side: Side): Summary {
  const { median, interval } = estimateMedian(ratios)
  return { ratio: median, interval, pairs: ratios.length, side }
}

function judgeFault(
  fault: Breakdown,
  cases: CaseCount,
  circumstances: Circumstances,
  comparison: Comparison,
): Verdict {
  switch (fault.kind) {
    case 'ended':
      return judgeEnd(fault.ended, cases, circumstances, undefined)
    case 'threw':
      return judgeThrow(fault, cases, circumstances, undefined)
    case 'wrong':
      return wrongUnderLoad(fault, cases, comparison)
    default:
      return unreachable(fault)
  }
}

function wrongUnderLoad(
  { args, expected, read }: Extract<Breakdown, { readonly kind: 'wrong' }>,
  cases: CaseCount,
  comparison: Comparison,
): Verdict {
  const failure: Omit<Failure, 'summary' | 'got' | 'worst'> = {
    case: SPEED_TEST_INPUT,
    args,
    expected,
  }
  if (read.kind === 'invalid') {
    return {
      kind: 'invalid-output',
      cases,
      failure: { ...failure, got: undefined, summary: RETURNED_SOMETHING_ELSE, worst: undefined },
    }
  }
  const mismatch = compare(expected, read.value, comparison)
  const summary = mismatch?.summary ?? OUTPUT_DIFFERS
  const whole = { ...failure, got: showableValue(read.value), summary, worst: mismatch?.worst }
  return { kind: 'wrong-answer', cases, failure: whole, diagnosis: undefined }
}
