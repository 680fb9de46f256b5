import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import pLimit, { type LimitFunction } from 'p-limit'
import type { Exercise, Language } from '../core/exercise.ts'
import type { Grading } from '../core/grading.ts'
import { Problem } from '../core/problem.ts'
import type { Verdict } from '../core/verdict.ts'
import { type Judge, openJudge } from '../grader/grade-submission.ts'
import type { ToolPlaces } from '../grader/protocol/language.ts'
import type { Nursery } from '../grader/run/nursery.ts'
import { gapsInInputs } from './find-budget-gaps.ts'
import { casesOf, findGaps, type LinkableNames } from './find-gaps.ts'
import {
  findSubmissions,
  type LabelledSubmission,
  labelOfValues,
  type SubmissionLabel,
  whyNotMet,
  whyTooNear,
} from './labelled-submission.ts'

export interface VerifyRequest {
  readonly exercise: Exercise
  /** The exercise's source folder, `graders/ID`, for its submissions. */
  readonly folder: string
  /** `exercises/ID`: whether something is still to be written there. */
  readonly learnerFolder?: string | undefined
  /** What it may name; undefined: links are not looked at. */
  readonly linkable?: LinkableNames | undefined
  /** `dist/graders`. */
  readonly graderRoot: string
  readonly cacheRoot?: string | undefined
  /** The tools that the settings name. */
  readonly chosen?: ToolPlaces['chosen']
  readonly seed: string
  /** Judges values alone, in processes forked here. Undefined: budgets too, as a learner's submission is judged. */
  readonly valuesIn?: Nursery | undefined
  /** Which labels are judged, by the submission's name; undefined: all. */
  readonly isDrawn?: ((name: string) => boolean) | undefined
  /** Shared by exercises that are verified at the same time. */
  readonly limit?: LimitFunction | undefined
  readonly onJudged?: ((judged: JudgedSubmission) => void) | undefined
}

/** One labelled submission and what became of it. */
export interface JudgedSubmission {
  /** Such as `wrong/mean.py`. */
  readonly name: string
  readonly language: Language
  readonly label: SubmissionLabel
  readonly verdict: Verdict | undefined
  /** Why the label is not met; undefined when it is. */
  readonly unmet: string | undefined
  readonly elapsedMs: number
}

export interface Verification {
  readonly judged: readonly JudgedSubmission[]
  /** What the grader lacks, one sentence each. */
  readonly gaps: readonly string[]
  /** Labels that another machine may judge otherwise, one sentence each. */
  readonly tooNear: readonly string[]
  /** How many wait for a case to be judged by: the gaps say why there is none. */
  readonly waiting: number
}

/** Judges the labelled submissions of an exercise, and looks for what its grader lacks: docs/exercise-format.md. */
export async function verifyExercise(request: VerifyRequest): Promise<Verification> {
  const { exercise, folder, learnerFolder, graderRoot, cacheRoot, chosen, seed, valuesIn, onJudged } = request
  const limit = request.limit ?? pLimit(availableParallelism())
  const judge = openJudge({
    graderRoot,
    cacheRoot,
    chosen,
    seed,
    nursery: valuesIn,
    explains: valuesIn === undefined,
  })
  const submissions = findSubmissions(join(folder, 'submissions'))
  const prepared = await judge.prepare(exercise)
  // Where many are judged in little time, each run has a seed of its own.
  const others = (valuesIn ? [] : OTHER_SEEDS).map((other) =>
    openJudge({ graderRoot, cacheRoot, chosen, seed: `${seed}/${other}`, nursery: valuesIn }),
  )
  const judges = [judge, ...others]
  // Each would be told what the author is told once.
  const canJudge =
    typeof casesOf(prepared) !== 'string' && gapsInInputs(exercise, prepared.grader).length === 0
  const gaps = limit(() => findGaps({ ...request, judges, prepared, submissions, learnerFolder }))
  const drawn = submissions.filter(({ name }) => request.isDrawn?.(name) ?? true)
  const judged = (canJudge ? drawn : []).map((submission) =>
    limit(async () => {
      const one = await judgeOne(judge, request, submission)
      onJudged?.(one)
      return one
    }),
  )
  // Together: where one fails, none is left that nobody waits for.
  const [found, ...all] = await Promise.all([gaps, ...judged])
  const tooNear = all.flatMap(({ name, verdict }) => (verdict && whyTooNear(name, verdict)) ?? [])
  return { judged: all, gaps: found, tooNear, waiting: drawn.length - all.length }
}

/** Of the references alone: more random cases. */
const OTHER_SEEDS = ['more', 'still more']

async function judgeOne(
  judge: Judge,
  { exercise: whole, valuesIn }: VerifyRequest,
  submission: LabelledSubmission,
): Promise<JudgedSubmission> {
  const { name, language, source, fileName } = submission
  const [exercise, label] = valuesIn
    ? [{ ...whole, budget: undefined }, labelOfValues(submission.label, whole)]
    : [whole, submission.label]
  try {
    const grading = await judge.grade({ exercise, language, source, fileName })
    return { name, language, label, ...judgement(grading, label) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const unmet = `could not be judged: ${error.line.en}`
    return { name, language, label, verdict: undefined, unmet, elapsedMs: 0 }
  }
}

function judgement({ verdict, elapsedMs }: Grading, label: SubmissionLabel) {
  return { verdict, unmet: whyNotMet(label, verdict), elapsedMs }
}
