import type { Verdict } from '../core/verdict.ts'
import { withLesson } from './budget/budget-lesson.ts'
import { budgetVerdict } from './budget/budget-verdict.ts'
import { slowInputs } from './budget/inputs.ts'
import { measureBudget } from './budget/measure-budget.ts'
import { createYardstick, type Yardstick } from './budget/yardstick.ts'
import { type Case, type Tried, valuesOf } from './cases/case.ts'
import { referenceCase } from './cases/load-grader.ts'
import type { Prepared } from './cases/prepare-exercise.ts'
import { circumstancesOf } from './circumstances-of.ts'
import type { Decided } from './explain-verdict.ts'
import { type AnyTrait, commonTrait } from './judge/common-trait.ts'
import { EARLIER_CALLS } from './judge/depends-on-earlier.ts'
import { findDiagnosis } from './judge/find-diagnosis.ts'
import { type Explained, judge } from './judge/judge.ts'
import { judgeLacking, judgeLoading } from './judge/judge-loading.ts'
import { lastDigits } from './judge/last-digits.ts'
import { remarkOn } from './judge/remark-on.ts'
import { askAgain, askLarge } from './run/ask-again.ts'
import type { GradeRequest } from './run/grade-request.ts'
import { openProgram, type Program, type ProgramSetting, type Source } from './run/open-program.ts'
import { passesAlone } from './run/passes-alone.ts'
import { askMore, type CaseRun, runCases } from './run/run-cases.ts'
import { withSmallestFailure } from './run/shrink-failure.ts'
import { DEPENDS_ON_EARLIER, SPEED_TEST_INPUT } from './words/sentences.ts'

/** A program and what it is judged by. */
export interface Deciding {
  readonly program: Program
  readonly prepared: Prepared
  readonly setting: ProgramSetting
  readonly request: GradeRequest & { readonly explains: boolean }
  readonly source: Source
}

export async function decideVerdict(deciding: Deciding): Promise<Decided> {
  const { program, prepared, setting, request } = deciding
  const { exercise } = request
  const { support } = setting
  const { loaded } = program
  const circumstances = () => circumstancesOf(program, setting)
  if (loaded.kind !== 'loaded') {
    const ended = loaded.kind === 'ended' ? loaded.ended : undefined
    const name = support.functionName(exercise.id)
    return { verdict: judgeLoading(loaded, name, circumstances(), support, request.source), tried: [], ended }
  }
  await using yardstick = createYardstick(prepared.grader, setting, request)
  const cases = prepared.cases()
  const run = caseRun(deciding, cases.length, yardstick)
  const { tried, explained, dependsOnEarlier } = await examine(cases, run, deciding)
  const verdict = judge(tried, cases.length, circumstances(), explained)
  const last = tried.at(-1)?.outcome
  const ended = last?.kind === 'ended' ? last.ended : undefined
  const lacking = judgeLacking(verdict, support, exercise)
  if (lacking) return { verdict: lacking, tried: [], ended }
  const failed = verdict && dependsOnEarlier ? noted(verdict) : verdict
  const decided = failed ?? (await judgeBudget(tried, run, deciding, yardstick))
  const remark = remarkOn(decided, tried, { support, exercise, source: request.source })
  return { verdict: decided, remark, tried, run, ended }
}

/** Of the cases: most wrong submissions fail before, and no reference is started for them. */
const LIKELY_RIGHT = 0.3

function caseRun(
  { program, prepared, setting: { support }, request }: Deciding,
  total: number,
  yardstick: Yardstick,
): CaseRun {
  return {
    dialogue: program.dialogue,
    printed: program.printed,
    exercise: request.exercise,
    comparison: prepared.grader.comparison,
    describe: support.describe,
    memoryError: support.memoryError,
    onCase(done, passed) {
      request.onProgress?.({ kind: 'cases', done, total })
      if (passed && done >= LIKELY_RIGHT * total) yardstick.start()
    },
  }
}

/** All cases as they are told, and what is known about the mistake where one fails. */
interface Examined {
  readonly tried: readonly Tried[]
  readonly explained: Explained
  readonly dependsOnEarlier: boolean
}

async function examine(
  cases: readonly Case[],
  run: CaseRun,
  { prepared, setting, request, source }: Deciding,
): Promise<Examined> {
  const { grader } = prepared
  const once = await runCases(cases, run)
  const again = once.every(({ outcome }) => outcome.kind === 'passed') ? await askAgain(once, run) : undefined
  const tried = again ? once.map((one) => (one.case === again.case ? again : one)) : once
  const found = await findDiagnosis(tried, {
    grader,
    answer: prepared.answer,
    draw: prepared.further,
    ask: askMore(run, tried),
  })
  const openFresh = () => openProgram(setting, request.exercise, source)
  const dependsOnEarlier = again
    ? again.outcome.kind === 'wrong'
    : found === undefined && (await passesAlone(tried, run, openFresh))
  const diagnosis = dependsOnEarlier ? EARLIER_CALLS : found?.diagnosis
  const isFixed = dependsOnEarlier || again !== undefined || !request.explains
  const shows = (one: Tried) => found === undefined || found.explains(one)
  const shown = isFixed ? tried : await withSmallestFailure(tried, { run, grader, seed: request.seed, shows })
  const onlyWhere = diagnosis
    ? undefined
    : (lastDigits(tried, grader.comparison) ?? commonTrait(tried, grader.traits ?? [], hasTrait))
  return { tried: shown, explained: { diagnosis, onlyWhere }, dependsOnEarlier }
}

/** Of a submission that passed every case: whether it is fast enough, and right also where that is measured. */
async function judgeBudget(
  tried: readonly Tried[],
  run: CaseRun,
  { program, prepared, setting, request }: Deciding,
  yardstick: Yardstick,
): Promise<Verdict> {
  const { grader } = prepared
  const { exercise } = request
  const cases = { passed: tried.length, total: tried.length }
  if (exercise.budget === undefined || grader.performance === undefined)
    return { kind: 'accepted', cases, performance: undefined }
  const measured = await measureBudget({ program, grader, setting, request, yardstick })
  const judged = budgetVerdict(measured, cases, circumstancesOf(program, setting), grader.comparison)
  const draw = judged.kind === 'accepted' ? slowInputs(grader, request, 'asked') : undefined
  const failing =
    draw &&
    (await askLarge(tried, run, (at) =>
      referenceCase(grader, exercise, { name: SPEED_TEST_INPUT, origin: 'random', args: draw(at) }),
    ))
  const late =
    failing && judge([...tried, failing], tried.length, circumstancesOf(program, setting), UNEXPLAINED)
  return late ?? withLesson(judged, grader.performance)
}

const UNEXPLAINED: Explained = { diagnosis: undefined, onlyWhere: undefined }

/** A verdict without a diagnosis says it beside its failure. */
function noted(verdict: Verdict): Verdict {
  if (verdict.kind !== 'invalid-output' && verdict.kind !== 'runtime-error') return verdict
  return verdict.failure ? { ...verdict, failure: { ...verdict.failure, note: DEPENDS_ON_EARLIER } } : verdict
}

function hasTrait({ holds }: AnyTrait, { args }: Case): boolean {
  return holds(...valuesOf(args))
}
