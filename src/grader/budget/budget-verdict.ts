import { unreachable } from '../../core/unreachable.ts'
import type {
  CaseCount,
  Failure,
  GrowthMeasurement,
  MemoryMeasurement,
  Performance,
  RatioMeasurement,
  Verdict,
} from '../../core/verdict.ts'
import type { Comparison } from '../../kit/define-grader.ts'
import { compare } from '../judge/compare.ts'
import { type Circumstances, judgeEnd, judgeThrow } from '../judge/judge.ts'
import {
  ON_BOTH_SIDES,
  OUTPUT_DIFFERS,
  RETURNED_SOMETHING_ELSE,
  SPEED_TEST_INPUT,
} from '../words/sentences.ts'
import { showableValue } from '../words/showable-text.ts'
import type { Breakdown } from './contender.ts'
import type { Measured } from './measure-budget.ts'
import { memorySide } from './measure-memory.ts'
import type { Pairs } from './measure-pairs.ts'
import { estimateMedian, type Side, sideOf } from './median-test.ts'

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
  const sides = all.map(({ pairs, limit }) => sideIn(pairs, limit))
  const memorySides = measured.memory.map(({ budget, heaps }) =>
    heaps.kind === 'heaps' ? memorySide(budget.limit, heaps.ratios) : 'open',
  )
  const performance = performanceOf(measured, [...sides, ...memorySides])
  if (sides.includes('above')) {
    return { kind: 'too-slow', cases, performance }
  }
  if (memorySides.includes('above')) return { kind: 'memory-budget', cases, performance }
  if ([...sides, ...memorySides].includes('open')) {
    return { kind: 'inconclusive', cases, performance, reason: ON_BOTH_SIDES }
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

function sideIn(pairs: Pairs, limit: number): Side {
  return pairs.kind === 'pairs' ? sideOf(limit, pairs.ratios) : 'above'
}

function performanceOf({ ratio, growth, memory }: Measured, sides: readonly Side[]): Performance {
  const growths = growth.map(({ budget, pairs }): GrowthMeasurement => {
    const { label, limit, gold } = budget
    return { label, budget: limit, gold, ...summary(pairs) }
  })
  const ratios: RatioMeasurement | undefined = ratio && { budget: ratio.budget, ...summary(ratio.pairs) }
  const memories = memory.map(({ budget, heaps }): MemoryMeasurement => {
    const { label, limit } = budget
    return { label, budget: limit, ...summaryOfRatios(heaps.kind === 'heaps' ? heaps.ratios : []) }
  })
  const passed = sides.every((side) => side === 'below')
  const tier = passed ? tierOf(ratios, growths) : 'none'
  return { tier, ratio: ratios, growth: growths, memory: memories }
}

/** Gold is the growth of the best-known algorithm, or to be clearly faster than the reference. */
function tierOf(ratio: RatioMeasurement | undefined, growth: readonly GrowthMeasurement[]): 'pass' | 'gold' {
  const withGold = growth.flatMap(({ gold, interval }) => (gold === undefined ? [] : [interval[1] <= gold]))
  const bestGrowth = withGold.length > 0 && withGold.every((reached) => reached)
  return bestGrowth || (ratio !== undefined && ratio.interval[1] < 1) ? 'gold' : 'pass'
}

function summary(pairs: Pairs): Pick<RatioMeasurement, 'ratio' | 'interval' | 'pairs'> {
  if (pairs.kind === 'out-of-time')
    return { ratio: pairs.atLeast, interval: [pairs.atLeast, pairs.atLeast], pairs: 0 }
  return summaryOfRatios(pairs.kind === 'pairs' ? pairs.ratios : [])
}

function summaryOfRatios(ratios: readonly number[]): ReturnType<typeof summary> {
  const { median, interval } = estimateMedian(ratios)
  return { ratio: median, interval, pairs: ratios.length }
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
