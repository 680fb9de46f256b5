import type { Exercise } from '../core/exercise.ts'
import type { Grading } from '../core/grading.ts'
import type { ExerciseId } from '../core/ids.ts'
import { verbatim } from '../core/locale.ts'
import { Problem } from '../core/problem.ts'
import type { Verdict } from '../core/verdict.ts'
import { withLesson } from './budget/budget-lesson.ts'
import { budgetVerdict } from './budget/budget-verdict.ts'
import { slowInputs } from './budget/inputs.ts'
import { measureBudget } from './budget/measure-budget.ts'
import { createYardstick } from './budget/yardstick.ts'
import { authorFaultOf } from './cases/author-fault.ts'
import type { Case } from './cases/case.ts'
import { valuesOf } from './cases/case.ts'
import { referenceCase } from './cases/load-grader.ts'
import { type Prepared, prepareExercise } from './cases/prepare-exercise.ts'
import { type Decided, explainVerdict } from './explain-verdict.ts'
import { type AnyTrait, commonTrait } from './judge/common-trait.ts'
import { EARLIER_CALLS } from './judge/depends-on-earlier.ts'
import { findDiagnosis } from './judge/find-diagnosis.ts'
import { type Circumstances, judge } from './judge/judge.ts'
import { judgeLacking, judgeLoading } from './judge/judge-loading.ts'
import { lastDigits } from './judge/last-digits.ts'
import { remarkOn } from './judge/remark-on.ts'
import { toldFailure } from './judge/told-failure.ts'
import { supportFor } from './languages/all-languages.ts'
import { askAgain, askLarge } from './run/ask-again.ts'
import type { GradeRequest } from './run/grade-request.ts'
import { DEFAULT_LIMITS } from './run/limits.ts'
import type { Nursery } from './run/nursery.ts'
import { openProgram, type Program, type ProgramSetting, type Source } from './run/open-program.ts'
import { passesAlone } from './run/passes-alone.ts'
import { askMore, type CaseRun, runCases } from './run/run-cases.ts'
import type { Printed } from './run/run-isolated.ts'
import { withSmallestFailure } from './run/shrink-failure.ts'
import { userCache } from './run/user-cache.ts'
import { DEPENDS_ON_EARLIER, SPEED_TEST_INPUT } from './words/sentences.ts'
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
    limits: { ...limits, until: began + LAST_FACTOR * limits.requestMs },
    // Where many are judged and nothing is measured, compiling is most of the work.
    build: nursery !== undefined && exercise.budget === undefined ? 'quick' : 'usual',
    nursery,
    signal,
  } as const
  const fileName = submissionName(request.fileName, support.extension)
  const source = { kind: 'text', fileName, text: request.source } as const
  const until = began + WHOLE_FACTOR * limits.requestMs
  await using program = await openProgram({ ...setting, limits: { ...limits, until } }, exercise, source)
  const decided = await decide(program, prepared, setting, { ...request, fileName, explains }, source).catch(
    asJudgeError,
  )
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

/** Of the cases: most wrong submissions fail before, and no reference is started for them. */
const LIKELY_RIGHT = 0.3

async function decide(
  program: Program,
  prepared: Prepared,
  setting: ProgramSetting,
  request: GradeRequest & { readonly explains: boolean },
  source: Source,
): Promise<Decided> {
  const { exercise, onProgress, explains } = request
  const { support, limits } = setting
  const { grader } = prepared
  const circumstances = (): Circumstances => ({
    memoryMb: limits.memoryMb,
    memoryError: support.memoryError,
    stderr: program.output().stderr,
  })
  const { loaded } = program
  if (loaded.kind !== 'loaded') {
    const ended = loaded.kind === 'ended' ? loaded.ended : undefined
    return {
      verdict: judgeLoading(
        loaded,
        support.functionName(exercise.id),
        circumstances(),
        support,
        request.source,
      ),
      tried: [],
      ended,
    }
  }
  await using yardstick = createYardstick(grader, setting, request)
  const cases = prepared.cases()
  const run: CaseRun = {
    dialogue: program.dialogue,
    printed: program.printed,
    exercise,
    comparison: grader.comparison,
    describe: support.describe,
    memoryError: support.memoryError,
    onCase(done, passed) {
      onProgress?.({ kind: 'cases', done, total: cases.length })
      if (passed && done >= LIKELY_RIGHT * cases.length) yardstick.start()
    },
  }
  const once = await runCases(cases, run)
  const again = once.every(({ outcome }) => outcome.kind === 'passed') ? await askAgain(once, run) : undefined
  const tried = again ? once.map((one) => (one.case === again.case ? again : one)) : once
  const found = await findDiagnosis(tried, {
    grader,
    answer: prepared.answer,
    draw: prepared.further,
    ask: askMore(run, tried),
  })
  const dependsOnEarlier = again
    ? again.outcome.kind === 'wrong'
    : found === undefined && (await passesAlone(tried, run, () => openProgram(setting, exercise, source)))
  const diagnosis = dependsOnEarlier ? EARLIER_CALLS : found?.diagnosis
  const isFixed = dependsOnEarlier || again !== undefined || !explains
  const shown = isFixed
    ? tried
    : await withSmallestFailure(tried, {
        run,
        grader,
        seed: request.seed,
        shows: (one) => found === undefined || found.explains(one),
      })
  const onlyWhere = diagnosis
    ? undefined
    : (lastDigits(tried, grader.comparison) ?? commonTrait(tried, grader.traits ?? [], hasTrait))
  const verdict = judge(shown, cases.length, circumstances(), { diagnosis, onlyWhere })
  const last = tried.at(-1)?.outcome
  const ended = last?.kind === 'ended' ? last.ended : undefined
  const decided = (one: Verdict): Decided => {
    const remark = remarkOn(one, shown, { support, exercise, source: request.source })
    return { verdict: one, remark, tried: shown, ended }
  }
  const lacking = judgeLacking(verdict, support, exercise)
  if (lacking) return { verdict: lacking, tried: [], ended }
  if (verdict) return decided(dependsOnEarlier ? noted(verdict) : verdict)
  const count = { passed: cases.length, total: cases.length }
  if (exercise.budget === undefined || grader.performance === undefined) {
    return decided({ kind: 'accepted', cases: count, performance: undefined })
  }
  const measured = await measureBudget({ program, grader, setting, request, yardstick })
  const judged = budgetVerdict(measured, count, circumstances(), grader.comparison)
  const draw = judged.kind === 'accepted' ? slowInputs(grader, request, 'asked') : undefined
  const failing =
    draw &&
    (await askLarge(tried, run, (at) =>
      referenceCase(grader, exercise, { name: SPEED_TEST_INPUT, origin: 'random', args: draw(at) }),
    ))
  const late =
    failing &&
    judge([...tried, failing], cases.length, circumstances(), { diagnosis: undefined, onlyWhere: undefined })
  if (late) return decided(late)
  return decided(withLesson(judged, grader.performance))
}

/** A verdict without a diagnosis says it beside its failure. */
function noted(verdict: Verdict): Verdict {
  if (verdict.kind !== 'invalid-output' && verdict.kind !== 'runtime-error') return verdict
  return verdict.failure ? { ...verdict, failure: { ...verdict.failure, note: DEPENDS_ON_EARLIER } } : verdict
}

function hasTrait({ holds }: AnyTrait, { args }: Case): boolean {
  return holds(...valuesOf(args))
}

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
