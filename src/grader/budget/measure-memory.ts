import { existsSync } from 'node:fs'
import type { MemoryBudget } from '../../core/exercise.ts'
import type { Side } from '../../core/verdict.ts'
import { valuesOf } from '../cases/case.ts'
import { nameArgs } from '../cases/name-args.ts'
import { encodeBatch } from '../run/dialogue.ts'
import { openProgram, type Program, type Source } from '../run/open-program.ts'
import { candidate } from './candidate.ts'
import { type Breakdown, type Contender, runBatch } from './contender.ts'
import { type Draw, drawBatch, inputsOf } from './inputs.ts'
import type { Measuring } from './measure-budget.ts'
import { estimateMedian, likelySide } from './median-test.ts'
import { referenceSource } from './yardstick.ts'

/** Peak memory at the larger size over that at the smaller, run by run. */
export type Heaps =
  | { readonly kind: 'heaps'; readonly ratios: readonly number[] }
  | { readonly kind: 'fault'; readonly fault: Breakdown }

const RUNS = 3
/** Memory hardly differs from run to run: a first ratio so far from its limit decides. */
const CLEAR_FACTOR = 1.5
/** As much may be an interpreter's garbage: what is less counts as this. */
const LEAST_MB = 32

/**
 * How the peak of what the submission's process holds grows, as the system tells it. Each size is run in a
 * process of its own, that nothing is left from another. Undefined where the system does not tell.
 */
export async function measureMemory(
  measuring: MeasuringMemory,
  { label, limit }: MemoryBudget,
): Promise<Heaps | undefined> {
  const { grader, request } = measuring
  const sizes = grader.performance?.memory?.[label]
  if (sizes === undefined) throw new Error(`The grader has no inputs for the memory budget "${label}"`)
  const small = inputsOf(request, `${label}/small`, sizes.small)
  const large = inputsOf(request, `${label}/large`, sizes.large)
  const ratios: number[] = []
  for (let run = 0; run < RUNS && memorySide(limit, ratios) === 'open'; run++) {
    request.onProgress?.({ kind: 'budget', label, pairs: run })
    const submission = submissionOf(measuring)
    const [less, more] = [
      await peakOf(measuring, submission, small, run),
      await peakOf(measuring, submission, large, run),
    ]
    if (less.kind === 'fault') return less
    if (more.kind === 'fault') return more
    if (less.mb === undefined || more.mb === undefined) return undefined
    const lessMb = Math.max(less.mb, LEAST_MB)
    const mostMb = lessMb > LEAST_MB ? await mostAtSmaller(measuring, small, run) : lessMb
    ratios.push(Math.max(more.mb, LEAST_MB) / Math.min(lessMb, mostMb))
  }
  return { kind: 'heaps', ratios }
}

/** Found out when the first run is clearly on one side, or when all have been made. */
export function memorySide(limit: number, ratios: readonly number[]): Side {
  if (ratios.length >= RUNS) return likelySide(limit, estimateMedian(ratios))
  if (ratios.length === 0) return 'open'
  if (ratios.every((ratio) => ratio > CLEAR_FACTOR * limit)) return 'over'
  return ratios.every((ratio) => CLEAR_FACTOR * ratio <= limit) ? 'within' : 'open'
}

type Peak =
  | { readonly kind: 'peak'; readonly mb: number | undefined }
  | { readonly kind: 'fault'; readonly fault: Breakdown }

/** A program, and who looks at its outputs. */
interface Entrant {
  readonly source: Source
  readonly contender: (program: Program, draw: Draw) => Contender
}

type MeasuringMemory = Omit<Measuring, 'program' | 'yardstick'>

function submissionOf(measuring: MeasuringMemory): Entrant {
  const { source: text, fileName } = measuring.request
  return {
    source: { kind: 'text', fileName, text },
    contender: ({ dialogue }, draw) => candidate(measuring, dialogue, draw),
  }
}

/**
 * That counts of what is needed at the smaller size: as much as the reference needs there, and garbage. Else
 * whoever holds much at the smaller size may hold much at the larger.
 */
async function mostAtSmaller(measuring: MeasuringMemory, small: Draw, run: number): Promise<number> {
  const source = referenceSource(measuring.setting, measuring.request)
  if (!existsSync(source.path)) return Number.POSITIVE_INFINITY
  const contender = ({ dialogue }: Program, draw: Draw) => ({ dialogue, draw, check: undefined })
  const peak = await peakOf(measuring, { source, contender }, small, run)
  return LEAST_MB + (peak.kind === 'peak' ? (peak.mb ?? 0) : 0)
}

/** Since a call with the grader's first case, which loads what is loaded late. */
async function peakOf(
  measuring: MeasuringMemory,
  { source, contender }: Entrant,
  draw: Draw,
  run: number,
): Promise<Peak> {
  const { grader, setting, request } = measuring
  const { exercise } = request
  await using program = await openProgram(setting, exercise, source)
  if (program.loaded.kind !== 'loaded') {
    const { loaded } = program
    return { kind: 'fault', fault: loaded.kind === 'ended' ? loaded : loaded.threw }
  }
  const first = valuesOf(nameArgs(exercise, grader.cases[0]?.args ?? []))
  await program.dialogue.batch(encodeBatch([first]))
  const mark = program.markMemory()
  const batch = await runBatch(contender(program, draw), drawBatch(draw, run, 1))
  const fault = batch.kind === 'fault' ? batch.fault : batch.check()
  if (fault) return { kind: 'fault', fault }
  return { kind: 'peak', mb: mark && program.neededSince(mark) }
}
