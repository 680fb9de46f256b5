import type { GrowthBudget } from '../../core/exercise.ts'
import type { Value } from '../../core/value.ts'
import type { GradeRequest } from '../grade-submission.ts'
import { compare } from '../judge/compare.ts'
import { type AnyGrader, answerOf } from '../load-grader.ts'
import { readValue } from '../protocol/read-value.ts'
import type { Program, Setting } from '../run/open-program.ts'
import type { Session } from '../run/session.ts'
import type { Contender } from './contender.ts'
import { type Draw, inputsOf } from './inputs.ts'
import { measurePairs, type Pairs } from './measure-pairs.ts'
import { LOOKS, sideOf } from './median-test.ts'
import { warmUp } from './warm-up.ts'
import type { Yardstick } from './yardstick.ts'

/** Each budget of the exercise with what was measured against it. */
export interface Measured {
  readonly ratio: { readonly budget: number; readonly pairs: Pairs } | undefined
  readonly growth: readonly { readonly budget: GrowthBudget; readonly pairs: Pairs }[]
}

export interface Measuring {
  readonly program: Program
  readonly grader: AnyGrader
  readonly setting: Setting
  readonly request: GradeRequest
  readonly yardstick: Yardstick
}

/** Pairs after which a growth that is within its limit is no longer measured for gold; half of all solutions are near the reference's time. */
const GOLD_PAIRS = 16
const GOLD_PAIRS_OF_RATIO = LOOKS[0]

export async function measureBudget(measuring: Measuring): Promise<Measured> {
  const { budget } = measuring.request.exercise
  const growth: Measured['growth'][number][] = []
  for (const one of budget?.growth ?? []) {
    const pairs = await measureGrowth(measuring, one)
    growth.push({ budget: one, pairs })
    // The process has ended, or what it returns is wrong: nothing more can be measured. And who is too slow here is too slow.
    if (pairs.kind !== 'pairs' || sideOf(one.limit, pairs.ratios) === 'above')
      return { ratio: undefined, growth }
  }
  if (budget?.ratio === undefined) return { ratio: undefined, growth }
  return { ratio: { budget: budget.ratio, pairs: await measureRatio(measuring, budget.ratio) }, growth }
}

async function measureRatio(measuring: Measuring, budget: number): Promise<Pairs> {
  const { program, setting, request, yardstick } = measuring
  const { contender, warmed } = await yardstick.ready()
  const pairs = await measurePairs({
    yardstick: contender,
    warmed,
    rival: candidate(measuring, program.session, contender.draw),
    warmMs: setting.support.warmMs,
    limit: budget,
    settled(ratios) {
      request.onProgress?.({ kind: 'budget', label: 'ratio', pairs: ratios.length })
      return isSettled(ratios, budget, 1, GOLD_PAIRS_OF_RATIO)
    },
  })
  if (pairs.kind === 'fault' && pairs.by === 'yardstick')
    throw new Error(`${setting.support.referenceFile} fails on an input of the speed test`)
  return pairs
}

async function measureGrowth(measuring: Measuring, { label, limit, gold }: GrowthBudget): Promise<Pairs> {
  const { program, grader, setting, request } = measuring
  const { warmMs } = setting.support
  const sizes = grader.performance?.growth?.[label]
  if (sizes === undefined) throw new Error(`The grader has no inputs for the growth budget "${label}"`)
  const small = candidate(measuring, program.session, inputsOf(request, `${label}/small`, sizes.small))
  return measurePairs({
    yardstick: small,
    warmed: await warmUp(small, warmMs),
    rival: candidate(measuring, program.session, inputsOf(request, `${label}/large`, sizes.large)),
    warmMs,
    limit,
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
  if (side !== 'below') return side === 'above'
  const goldOpen =
    gold !== undefined &&
    ratios.length < goldPairs &&
    sideOf(gold, ratios) === 'open' &&
    // Before the first look: as long as one pair has reached it.
    (ratios.length >= LOOKS[0] || ratios.some((ratio) => ratio <= gold))
  return !goldOpen
}

function candidate({ grader, request }: Measuring, session: Session, draw: Draw): Contender {
  const { exercise } = request
  return {
    session,
    draw,
    check(args, result, payload) {
      const named = exercise.signature.params.map(({ name }, at) => ({ name, value: args[at] as Value }))
      const read = readValue(exercise.signature.returns, result, payload, 'result')
      const expected = answerOf(exercise, grader.reference, named)
      const right = read.kind === 'value' && compare(expected, read.value, grader.comparison) === undefined
      return right ? undefined : { kind: 'wrong', args: named, expected, read }
    },
  }
}
