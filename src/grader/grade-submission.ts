import type { Exercise } from '../core/exercise.ts'
import type { Grading } from '../core/grading.ts'
import type { ExerciseId } from '../core/ids.ts'
import { verbatim } from '../core/locale.ts'
import { Problem } from '../core/problem.ts'
import { slowInputs } from './budget/inputs.ts'
import { authorFaultOf } from './cases/author-fault.ts'
import { type Prepared, prepareExercise } from './cases/prepare-exercise.ts'
import { decideVerdict } from './decide-verdict.ts'
import { type Decided, explainVerdict } from './explain-verdict.ts'
import { toldFailure } from './judge/told-failure.ts'
import { supportFor } from './languages/all-languages.ts'
import type { Printed } from './run/collect-output.ts'
import type { GradeRequest } from './run/grade-request.ts'
import { DEFAULT_LIMITS, deadlineAfter } from './run/limits.ts'
import type { Nursery } from './run/nursery.ts'
import { openProgram } from './run/open-program.ts'
import { userCache } from './run/user-cache.ts'
import { showableText } from './words/showable-text.ts'
import { spellText, spellVerdict } from './words/spell-verdict.ts'

/** What stays the same for all submissions of a run. */
export interface JudgeSetting
  extends Pick<GradeRequest, 'graderRoot' | 'cacheRoot' | 'chosen' | 'limits' | 'seed' | 'signal'> {
  /**
   * Where many are judged: processes are then forked from one that is ready or started by a small one, and
   * texts made ready here.
   */
  readonly nursery?: Nursery | undefined
  /**
   * False where only the kind and the diagnosis are asked for: no failure is then made smaller, or looked at
   * by a checked run.
   */
  readonly explains?: boolean
}

export interface Judge {
  /** The grader and the cases of an exercise, which its submissions share. */
  readonly prepare: (exercise: Exercise) => Promise<Prepared>
  /**
   * Runs a submission against its grader. Whatever the submission does, this resolves to a verdict; a mistake
   * of the grader's own is the verdict `judge-error`. Throws a `Problem` when this machine cannot run the
   * language, and rejects when the signal was aborted.
   */
  readonly grade: (submission: Submitted) => Promise<Grading>
}

export type Submitted = Pick<GradeRequest, 'exercise' | 'language' | 'source' | 'fileName' | 'onProgress'>

export function openJudge(given: JudgeSetting): Judge {
  const prepared = new Map<ExerciseId, Promise<Prepared>>()
  function prepare(exercise: Exercise): Promise<Prepared> {
    return prepared.getOrInsertComputed(exercise.id, () =>
      prepareExercise(given.graderRoot, exercise, given.seed),
    )
  }
  return {
    prepare,
    grade: (submission) => grade({ ...given, ...submission }, given, prepare),
  }
}

/** For one submission alone. */
export function gradeSubmission(request: GradeRequest): Promise<Grading> {
  return openJudge(request).grade(request)
}

async function grade(
  request: GradeRequest,
  { nursery, explains = true }: JudgeSetting,
  prepare: Judge['prepare'],
): Promise<Grading> {
  const began = performance.now()
  const { exercise, language, graderRoot, seed, signal } = request
  const limits = request.limits ?? DEFAULT_LIMITS
  const support = supportFor(language)
  const [tool, prepared] = await Promise.all([support.findTool(request), prepare(exercise)])
  const setting = {
    support,
    tool,
    graderRoot,
    cacheRoot: request.cacheRoot ?? userCache(),
    // References and what confirms a verdict begin late: they end late.
    limits: { ...limits, deadline: deadlineAfter(LAST_FACTOR * limits.requestMs) },
    // Where many are judged and nothing is measured, compiling is most of the work.
    build: nursery !== undefined && exercise.budget === undefined ? 'quick' : 'usual',
    nursery,
    signal,
  } as const
  const fileName = submissionName(request.fileName, support.extension)
  const source = { kind: 'text', fileName, text: request.source } as const
  const deadline = deadlineAfter(WHOLE_FACTOR * limits.requestMs)
  await using program = await openProgram({ ...setting, limits: { ...limits, deadline } }, exercise, source)
  const deciding = { program, prepared, setting, request: { ...request, fileName, explains }, source }
  const decided = await decideVerdict(deciding).catch(asJudgeError)
  await program.close()
  signal?.throwIfAborted()
  const draw = slowInputs(prepared.grader, request, 'watched')
  const verdict = explains ? await explainVerdict(decided, setting, exercise, source, draw) : decided.verdict
  signal?.throwIfAborted()
  const shown = shownIn(decided)
  const { stdout, stderr } = shown ?? program.output()
  return {
    printedIn: shown ? 'case' : 'all',
    verdict: spellVerdict(verdict, exercise, support.spell),
    remark: decided.remark && spellText(decided.remark, exercise, support.spell),
    language,
    seed,
    stdout: showableText(stdout),
    stderr: showableText(stderr),
    elapsedMs: performance.now() - began,
  }
}

/** Of the limit of a request: in all, nobody is held for longer. */
const WHOLE_FACTOR = 60
const LAST_FACTOR = 2 * WHOLE_FACTOR

function asJudgeError(error: unknown): Decided {
  if (error instanceof Problem) throw error
  const detail =
    authorFaultOf(error) ?? verbatim(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return { verdict: { kind: 'judge-error', detail }, tried: [], ended: undefined }
}

/** A name for the scratch folder: the learner's own where it is a plain one, and to a compiler no option. */
function submissionName(fileName: string, extension: string): string {
  const plain = /^\w[\w.-]*$/.test(fileName) && !/^(harness|package)\./.test(fileName)
  const stem = plain ? fileName.replace(/\.[^.]*$/, '') : 'submission'
  return `${stem}${extension}`
}

/** What was printed in the case that is shown; of one that ended the process, all that came of it until it was gone. */
function shownIn({ tried }: Decided): Printed | undefined {
  return toldFailure(tried)?.printed
}
