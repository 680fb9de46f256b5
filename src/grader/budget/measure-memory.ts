import type { MemoryBudget } from '../../core/exercise.ts'
import type { Side } from '../../core/verdict.ts'
import { nameArgs } from '../cases/name-args.ts'
import { encodeBatch } from '../run/dialogue.ts'
import { openProgram } from '../run/open-program.ts'
import { candidate } from './candidate.ts'
import { type Breakdown, runBatch } from './contender.ts'
import { type Draw, drawBatch, inputsOf } from './inputs.ts'
import type { Measuring } from './measure-budget.ts'
import { estimateMedian, likelySide } from './median-test.ts'

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
  measuring: Omit<Measuring, 'program' | 'yardstick'>,
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
    const [less, more] = [await peakOf(measuring, small, run), await peakOf(measuring, large, run)]
    if (less.kind === 'fault') return less
    if (more.kind === 'fault') return more
    if (less.mb === undefined || more.mb === undefined) return undefined
    ratios.push(Math.max(more.mb, LEAST_MB) / Math.max(less.mb, LEAST_MB))
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

/** Above what the process held after a call with the grader's first case, which loads what is loaded late. */
async function peakOf(
  measuring: Omit<Measuring, 'program' | 'yardstick'>,
  draw: Draw,
  run: number,
): Promise<Peak> {
  const { grader, setting, request } = measuring
  const { exercise, source, fileName } = request
  await using program = await openProgram(setting, exercise, { kind: 'text', fileName, text: source })
  if (program.loaded.kind !== 'loaded') {
    const { loaded } = program
    return { kind: 'fault', fault: loaded.kind === 'ended' ? loaded : loaded.threw }
  }
  const first = nameArgs(exercise, grader.cases[0]?.args ?? []).map(({ value }) => value)
  await program.dialogue.batch(encodeBatch([first]))
  const beforeMb = program.resetPeak()
  const batch = await runBatch(candidate(measuring, program.dialogue, draw), drawBatch(draw, run, 1))
  const fault = batch.kind === 'fault' ? batch.fault : batch.check()
  if (fault) return { kind: 'fault', fault }
  const peakMb = program.peakMb()
  return { kind: 'peak', mb: beforeMb === undefined || peakMb === undefined ? undefined : peakMb - beforeMb }
}
