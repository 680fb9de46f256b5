import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import { type Effect, effectOf, type JudgedOutcome, type Practice } from '../core/exercise-state.ts'
import type { Grading } from '../core/grading.ts'
import type { CardId } from '../core/ids.ts'
import type { Text } from '../core/locale.ts'
import type { Memory, SeenMemory } from '../core/memory.ts'
import { Problem } from '../core/problem.ts'
import { cardsTaughtBy, type Verdict } from '../core/verdict.ts'
import { gradeSubmission } from '../grader/grade-submission.ts'
import type { Progress } from '../grader/run/grade-request.ts'
import { delaysOfKnown } from './delays-of-known.ts'
import type { Deps } from './deps.ts'
import { findPractice } from './find-practice.ts'
import { isStarter } from './is-starter.ts'
import { graderRootFor } from './own-grader/grader-root.ts'
import { keepFailingCase } from './own-input/offer-input.ts'
import { noteOutcome } from './timed-task.ts'
import { toolPlaces } from './tool-places.ts'
import { readSource, type Submission } from './workspace.ts'

export type { Grading }

/** What the judge is at; of a hub, what it waits for. */
export type GradingProgress =
  | Progress
  /** `before`: how many come first. */
  | { readonly kind: 'queue'; readonly before: number }
  /** The hub cannot be reached for a while, or has said why it asks to wait. */
  | { readonly kind: 'away'; readonly why: Text | undefined }

export interface GradeOptions {
  /** Undefined: a new one. */
  readonly seed: string | undefined
  readonly onProgress: (progress: GradingProgress) => void
  /** Ends the grading, which then rejects. */
  readonly signal?: AbortSignal
}

/** As `gradeSource` does here, and a hub elsewhere. */
export type Grade = (
  deps: Deps,
  submission: Submission,
  source: string,
  options: GradeOptions,
) => Promise<Grading>

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

/** Grades a file and records the attempt; durable when it returns. */
export async function submitSolution(
  deps: Deps,
  submission: Submission,
  options: GradeOptions,
  grade: Grade = gradeSource,
): Promise<Attempt> {
  const source = readSource(submission.path)
  if (isStarter(submission, source)) {
    throw new Problem(
      { en: `${submission.path} is still the starter.`, zh: `${submission.path} 还是原来的模板。` },
      { remedy: { en: 'Write your solution there, then submit again.', zh: '请写好解答后再提交。' } },
    )
  }
  const grading = await grade(deps, submission, source, options)
  keepFailingCase(deps, submission, grading.verdict)
  return recordAttempt(deps, submission, source, grading)
}

/** Durable when it returns. */
export function recordAttempt(deps: Deps, submission: Submission, source: string, grading: Grading): Attempt {
  const { exercise, language } = submission
  const outcome = outcomeOf(grading.verdict)
  const now = deps.now()
  const practice = findPractice(deps, submission, source, grading.verdict.kind)
  if (practice) return recordPractice(deps, submission, source, grading, practice)
  const effect = effectOf(deps.store.exercise(exercise.id), outcome, now)
  const recalls = cardsTaughtBy(grading.verdict).filter((card) => deps.content.cards.has(card))
  const { memory } = deps.store.recordExercise(
    {
      kind: 'attempt',
      exercise: exercise.id,
      language,
      outcome,
      ratio: ratioOf(grading.verdict),
      diagnosis: diagnosisOf(grading.verdict)?.id,
      recalls,
      source,
    },
    now,
    delaysOfKnown(deps, exercise, effect, now),
  )
  noteOutcome(deps, exercise.id, grading.verdict.kind)
  return { submission, grading, effect, memory: seen(memory), recalls }
}

function recordPractice(
  deps: Deps,
  submission: Submission,
  source: string,
  grading: Grading,
  practice: Practice,
): Attempt {
  const { memory } = deps.store.recordExercise(
    {
      kind: 'practice',
      exercise: submission.exercise.id,
      language: submission.language,
      reason: practice.why,
      outcome: outcomeOf(grading.verdict),
      ratio: ratioOf(grading.verdict),
      source,
    },
    deps.now(),
  )
  noteOutcome(deps, submission.exercise.id, grading.verdict.kind)
  return { submission, grading, effect: { kind: 'none', ...practice }, memory: seen(memory), recalls: [] }
}

function seen(memory: Memory): SeenMemory | undefined {
  return memory.kind === 'new' ? undefined : memory
}

/** Grades a text as if the submission's file held it. */
export async function gradeSource(
  deps: Deps,
  submission: Submission,
  source: string,
  options: GradeOptions,
): Promise<Grading> {
  const graderRoot = await graderRootFor(deps.folders, submission.exercise)
  return await gradeSubmission({
    exercise: submission.exercise,
    language: submission.language,
    source,
    fileName: basename(submission.path),
    seed: options.seed ?? randomBytes(6).toString('hex'),
    graderRoot,
    ...toolPlaces(deps),
    onProgress: options.onProgress,
    signal: options.signal,
  })
}

export function outcomeOf(verdict: Verdict): JudgedOutcome {
  const tier = verdict.kind === 'accepted' ? (verdict.performance?.tier ?? 'pass') : 'none'
  return { kind: 'judged', verdict: verdict.kind, tier }
}

function diagnosisOf(verdict: Verdict) {
  return verdict.kind === 'wrong-answer' ? verdict.diagnosis : undefined
}

function ratioOf(verdict: Verdict): number | undefined {
  return 'performance' in verdict ? verdict.performance?.ratio?.ratio : undefined
}
