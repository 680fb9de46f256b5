import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import pLimit, { type LimitFunction } from 'p-limit'
import type { Exercise, Language } from '../core/exercise.ts'
import { Problem } from '../core/problem.ts'
import type { Verdict } from '../core/verdict.ts'
import { loadGrader } from '../grader/cases/load-grader.ts'
import { type Grading, gradeSubmission } from '../grader/grade-submission.ts'
import { findGaps } from './find-gaps.ts'
import { findSubmissions, type Label, type LabelledSubmission, whyNotMet } from './labelled-submission.ts'

export interface VerifyRequest {
  readonly exercise: Exercise
  /** The exercise's source folder, `graders/ID`, for its submissions. */
  readonly folder: string
  /** `exercises/ID`: whether something is still to be written there. */
  readonly learnerFolder?: string | undefined
  /** `dist/graders`. */
  readonly graderRoot: string
  readonly cacheRoot?: string | undefined
  readonly seed: string
  /** Shared by exercises that are verified at the same time. */
  readonly limit?: LimitFunction | undefined
  readonly onJudged?: ((judged: JudgedSubmission) => void) | undefined
}

/** One labelled submission and what became of it. */
export interface JudgedSubmission {
  /** Such as `wrong/mean.py`. */
  readonly name: string
  readonly language: Language
  readonly label: Label
  readonly verdict: Verdict | undefined
  /** Why the label is not met; undefined when it is. */
  readonly unmet: string | undefined
  readonly elapsedMs: number
}

export interface Verification {
  readonly judged: readonly JudgedSubmission[]
  /** What the grader lacks, one sentence each. */
  readonly gaps: readonly string[]
}

/** Judges every labelled submission of an exercise, and looks for what its grader lacks: docs/exercise-format.md. */
export async function verifyExercise(request: VerifyRequest): Promise<Verification> {
  const { exercise, folder, learnerFolder, graderRoot, cacheRoot, seed, onJudged } = request
  const limit = request.limit ?? pLimit(availableParallelism())
  const grader = await loadGrader(graderRoot, exercise)
  const submissions = findSubmissions(join(folder, 'submissions'))
  const folders = learnerFolder === undefined ? [folder] : [learnerFolder, folder]
  const search = { exercise, grader, graderRoot, cacheRoot, seed, submissions, folders }
  const gaps = limit(() => findGaps(search))
  const judged = submissions.map((submission) =>
    limit(async () => {
      const one = await judgeOne(request, submission)
      onJudged?.(one)
      return one
    }),
  )
  return { judged: await Promise.all(judged), gaps: await gaps }
}

async function judgeOne(request: VerifyRequest, submission: LabelledSubmission): Promise<JudgedSubmission> {
  const { exercise, graderRoot, cacheRoot, seed } = request
  const { name, language, label, source, fileName } = submission
  try {
    const grading = await gradeSubmission({
      exercise,
      language,
      source,
      fileName,
      seed,
      graderRoot,
      cacheRoot,
    })
    return { name, language, label, ...judgement(grading, label) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const unmet = `could not be judged: ${error.message}`
    return { name, language, label, verdict: undefined, unmet, elapsedMs: 0 }
  }
}

function judgement({ verdict, elapsedMs }: Grading, label: Label) {
  return { verdict, unmet: whyNotMet(label, verdict), elapsedMs }
}
