import { join } from 'node:path'
import type { GrowthBudget } from '../../core/exercise.ts'
import { createRandom, type Random } from '../../core/random.ts'
import type { Value } from '../../core/value.ts'
import type { GradeRequest } from '../grade-submission.ts'
import { compare } from '../judge/compare.ts'
import { type AnyGrader, answerOf, drawInputs } from '../load-grader.ts'
import { readValue } from '../protocol/read-value.ts'
import { openProgram, type Program, type Setting } from '../run/open-program.ts'
import type { Session } from '../run/session.ts'
import { type Contender, measurePairs, type Pairs } from './measure-pairs.ts'
import { sideOf } from './median-test.ts'

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
}

/** Pairs after which a growth that is within its limit is no longer measured for gold. */
const GOLD_PAIRS = 16

export async function measureBudget(measuring: Measuring): Promise<Measured> {
  const { budget } = measuring.request.exercise
  const growth: Measured['growth'][number][] = []
  for (const one of budget?.growth ?? []) {
    const pairs = await measureGrowth(measuring, one)
    growth.push({ budget: one, pairs })
    // The process has ended, or what it returns is wrong: nothing more can be measured.
    if (pairs.kind !== 'pairs') return { ratio: undefined, growth }
  }
  if (budget?.ratio === undefined) return { ratio: undefined, growth }
  return { ratio: { budget: budget.ratio, pairs: await measureRatio(measuring, budget.ratio) }, growth }
}

async function measureRatio(measuring: Measuring, budget: number): Promise<Pairs> {
  const { program, grader, setting, request } = measuring
  const { referenceFile } = setting.support
  const path = join(request.graderRoot, request.exercise.id, referenceFile)
  const draw = grader.performance?.ratio
  if (draw === undefined) throw new Error('The exercise has a ratio budget, and its grader no inputs for it')
  await using reference = await openProgram(setting, request.exercise, {
    kind: 'file',
    path,
    fileName: referenceFile,
  })
  if (reference.loaded.kind !== 'loaded') throw new Error(`${referenceFile} does not load`)
  const inputs = inputsOf(measuring, 'ratio', draw)
  const pairs = await measurePairs(
    { session: reference.session, draw: inputs, check: undefined },
    candidate(measuring, program.session, inputs),
    setting.support.warmMs,
    (ratios) => {
      request.onProgress?.({ kind: 'budget', label: 'ratio', pairs: ratios.length })
      return sideOf(budget, ratios) !== 'open'
    },
  )
  if (pairs.kind === 'fault' && pairs.by === 'yardstick')
    throw new Error(`${referenceFile} fails on an input of the speed test`)
  return pairs
}

function measureGrowth(measuring: Measuring, { label, limit, gold }: GrowthBudget): Promise<Pairs> {
  const { program, grader, setting, request } = measuring
  const sizes = grader.performance?.growth?.[label]
  if (sizes === undefined) throw new Error(`The grader has no inputs for the growth budget "${label}"`)
  return measurePairs(
    candidate(measuring, program.session, inputsOf(measuring, `${label}/small`, sizes.small)),
    candidate(measuring, program.session, inputsOf(measuring, `${label}/large`, sizes.large)),
    setting.support.warmMs,
    (ratios) => {
      request.onProgress?.({ kind: 'budget', label, pairs: ratios.length })
      const side = sideOf(limit, ratios)
      const goldOpen = gold !== undefined && ratios.length < GOLD_PAIRS && sideOf(gold, ratios) === 'open'
      return side === 'above' || (side === 'below' && !goldOpen)
    },
  )
}

function inputsOf({ request }: Measuring, name: string, draw: (random: Random) => readonly unknown[]) {
  return (index: number): readonly Value[] =>
    drawInputs(request.exercise, draw, createRandom(`${request.seed}/${name}/${index}`))
}

function candidate({ grader, request }: Measuring, session: Session, draw: Contender['draw']): Contender {
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
