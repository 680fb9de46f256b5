import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import { type Effect, effectOf, type Outcome } from '../core/exercise-state.ts'
import type { CardId } from '../core/ids.ts'
import type { SeenMemory } from '../core/memory.ts'
import { Problem } from '../core/problem.ts'
import type { Verdict } from '../core/verdict.ts'
import { type Grading, gradeSubmission, type Progress } from '../grader/grade-submission.ts'
import { supportFor } from '../grader/languages/all-languages.ts'

import { type Deps, settingsIn } from './deps.ts'
import { readSource, type Submission } from './workspace.ts'

export interface GradeOptions {
  /** Undefined: a new one. */
  readonly seed: string | undefined
  readonly onProgress: (progress: Progress) => void
}

/** A recorded attempt. */
export interface Attempt {
  readonly submission: Submission
  readonly grading: Grading
  /** What it did to the schedule, and when the exercise comes back. */
  readonly effect: Effect
  readonly memory: SeenMemory | undefined
  /** Cards brought into today's queue. */
  readonly recalls: readonly CardId[]
}

/** Grades a file and records nothing. */
export async function gradeFile(deps: Deps, submission: Submission, options: GradeOptions): Promise<Grading> {
  return grade(deps, submission, readSource(submission.path), options)
}

/** Grades a file and records the attempt; durable when it returns. */
export async function submitSolution(
  deps: Deps,
  submission: Submission,
  options: GradeOptions,
): Promise<Attempt> {
  const { exercise, language } = submission
  const source = readSource(submission.path)
  refuseStarter(deps, submission, source)
  const grading = await grade(deps, submission, source, options)
  const outcome = outcomeOf(grading.verdict)
  const now = deps.now()
  const effect = effectOf(deps.store.exercise(exercise.id), outcome, now)
  const diagnosis = diagnosisOf(grading.verdict)
  const recalls = (diagnosis?.cards ?? []).filter((card) => deps.content.cards.has(card))
  const { memory } = deps.store.recordExercise(
    {
      kind: 'attempt',
      exercise: exercise.id,
      language,
      outcome,
      ratio: ratioOf(grading.verdict),
      diagnosis: diagnosis?.id,
      recalls,
      source,
    },
    now,
  )
  return { submission, grading, effect, memory: memory.kind === 'new' ? undefined : memory, recalls }
}

function grade(deps: Deps, submission: Submission, source: string, options: GradeOptions): Promise<Grading> {
  return gradeSubmission({
    exercise: submission.exercise,
    language: submission.language,
    source,
    fileName: basename(submission.path),
    seed: options.seed ?? randomBytes(6).toString('hex'),
    graderRoot: deps.folders.graders,
    cacheRoot: deps.folders.cache,
    onProgress: options.onProgress,
  })
}

function refuseStarter(deps: Deps, { exercise, language, path }: Submission, source: string): void {
  if (source.trim() !== supportFor(language).starter(exercise, settingsIn(deps).locale).trim()) return
  throw new Problem(`${path} is still the starter.`, {
    remedy: 'Write your solution there, then submit again.',
  })
}

function outcomeOf(verdict: Verdict): Outcome {
  const tier = verdict.kind === 'accepted' ? (verdict.performance?.tier ?? 'pass') : 'none'
  return { kind: 'judged', verdict: verdict.kind, tier }
}

function diagnosisOf(verdict: Verdict) {
  return verdict.kind === 'wrong-answer' ? verdict.diagnosis : undefined
}

function ratioOf(verdict: Verdict): number | undefined {
  return 'performance' in verdict ? verdict.performance?.ratio?.ratio : undefined
}
