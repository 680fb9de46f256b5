import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Exercise } from '../../core/exercise.ts'
import type { Fault } from '../../core/fault.ts'
import { parseEquivalents } from './equivalents.ts'
import { instrumentReference } from './instrument-reference.ts'
import { runTask } from './run-task.ts'
import { type Settled, settleMutants } from './settle-mutants.ts'

export interface MutationRequest {
  readonly exercise: Exercise
  /** `graders/ID` of a clone. */
  readonly folder: string
  /** `src` of the clone. */
  readonly sources: string
  /** `dist/graders`. */
  readonly graderRoot: string
}

export type Mutation =
  | ({ readonly kind: 'tried'; readonly mutants: number; readonly faults: readonly Fault[] } & Settled)
  /** The reference or the grader throws, or the reference fails a case of its own. */
  | { readonly kind: 'unusable'; readonly why: string }

/**
 * Each stands for one grading, and each has to tell every mutant: what is told by good luck only is not told.
 * Fixed, so that the answer is.
 */
const SEEDS = ['mutants 1', 'mutants 2', 'mutants 3', 'mutants 4', 'mutants 5']

/** Whether the cases of an exercise tell every mutant of its reference from it: docs/exercise-format.md. */
export async function mutateExercise(request: MutationRequest): Promise<Mutation> {
  const { exercise, folder, sources, graderRoot } = request
  if (!existsSync(join(folder, 'reference.ts'))) return { kind: 'unusable', why: 'it has no reference.ts' }
  const { code, mutants } = await instrumentReference(folder)
  const task = { exercise, graderRoot, seeds: SEEDS, code, mutants: mutants.map(({ id }) => id) }
  const outcome = await runTask(task, sources)
  if ('unusable' in outcome) return { kind: 'unusable', why: outcome.unusable }
  const { equivalents, faults } = readEquivalents(join(folder, 'equivalent.yaml'))
  return { kind: 'tried', mutants: mutants.length, faults, ...settleMutants(mutants, outcome, equivalents) }
}

/** None where there is no file. */
function readEquivalents(path: string) {
  return existsSync(path)
    ? parseEquivalents(readFileSync(path, 'utf8'), path)
    : { equivalents: [], faults: [] }
}
