import { type ChildProcess, spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import type { VerdictKind } from '../../src/core/verdict.ts'
import { budgetVerdict } from '../../src/grader/budget/budget-verdict.ts'
import type { Contender } from '../../src/grader/budget/contender.ts'
import { drawBatch, inputsOf } from '../../src/grader/budget/inputs.ts'
import { measureBudget } from '../../src/grader/budget/measure-budget.ts'
import { warmUp } from '../../src/grader/budget/warm-up.ts'
import { createYardstick } from '../../src/grader/budget/yardstick.ts'
import { loadGrader } from '../../src/grader/cases/load-grader.ts'
import { supportFor } from '../../src/grader/languages/all-languages.ts'
import type { GradeRequest } from '../../src/grader/run/grade-request.ts'
import { DEFAULT_LIMITS } from '../../src/grader/run/limits.ts'
import { openProgram, type Setting } from '../../src/grader/run/open-program.ts'
import { userCache } from '../../src/grader/run/user-cache.ts'
import { BUSY, BUSY_LANGUAGES, type BusyLanguage, buildBusy, busySource } from './busy-exercise.ts'
import { chooseTestPython } from './python.ts'

/**
 * How often the budget's verdict is wrong: submissions whose slow-down is known, graded again and again, each time in processes of their
 * own, beside nothing and beside a busy loop on every processor. The measurement is the one of every grading; only the cases are left out.
 *
 *     node tools/bench/verdicts.ts [--count 100] [--language ts|py|cpp] [--load idle|busy] [--factor 3.2 …]
 */
const BUDGET = BUSY.budget?.ratio ?? Number.NaN
const FACTORS = [1, 1.5, 0.8 * BUDGET, 1.25 * BUDGET, 1.5 * BUDGET, 2 * BUDGET]
const LOADS = ['idle', 'busy'] as const
type Load = (typeof LOADS)[number]
/** What is 0.8 times the budget may be calibrated to a little more. */
const EDGE = 1.05
const CALIBRATION_ROUNDS = 31

interface Tally {
  readonly verdicts: Map<VerdictKind, number>
  readonly times: number[]
  readonly ratios: number[]
}

const { values: flags } = parseArgs({
  options: {
    count: { type: 'string', default: '100' },
    language: { type: 'string' },
    load: { type: 'string' },
    factor: { type: 'string', multiple: true },
  },
})
chooseTestPython()
const factors = flags.factor?.map(Number) ?? FACTORS
const graderRoot = await buildBusy()
const grader = await loadGrader(graderRoot, BUSY)
const failed = { wrongly: 0, of: 0 }
const passed = { wrongly: 0, of: 0 }
const open = { wrongly: 0, of: 0 }
console.log(
  `budget ${BUDGET}x, ${flags.count} gradings each; true: CPU time of the function alone, measured in this run\n`,
)
console.log(
  'language  load   true    of budget  accepted  inconclusive  too-slow   measured 5 % to 95 %   time',
)
for (const language of BUSY_LANGUAGES.filter((one) => one === (flags.language ?? one))) {
  for (const load of LOADS.filter((one) => one === (flags.load ?? one))) {
    for (const factor of factors) await gradeMany(language, load, factor)
  }
}
console.log(`\nfalse fails at 0.8 of the budget or less: ${failed.wrongly} of ${failed.of}`)
console.log(`false passes at 1.5 of the budget or more: ${passed.wrongly} of ${passed.of}`)
console.log(`inconclusive between: ${open.wrongly} of ${open.of}`)

async function gradeMany(language: BusyLanguage, load: Load, factor: number): Promise<void> {
  const source = busySource(language, factor)
  const truth = await calibrate(language, source)
  const loops = load === 'busy' ? startLoops() : []
  const tally: Tally = { verdicts: new Map(), times: [], ratios: [] }
  for (let index = 0; index < Number(flags.count); index++)
    await gradeOnce(language, source, `${index}`, tally)
  for (const loop of loops) loop.kill('SIGKILL')
  report(language, load, truth, tally)
}

async function gradeOnce(language: BusyLanguage, source: string, seed: string, tally: Tally): Promise<void> {
  const began = performance.now()
  const request = requestFor(language, source, seed)
  const setting = await settingFor(language)
  await using yardstick = createYardstick(grader, setting, request)
  yardstick.start()
  await using program = await openProgram(setting, BUSY, {
    kind: 'text',
    text: source,
    fileName: request.fileName,
  })
  const measured = await measureBudget({ program, grader, setting, request, yardstick })
  const circumstances = { memoryMb: 0, memoryError: setting.support.memoryError, stderr: '' }
  const verdict = budgetVerdict(measured, { passed: 0, total: 0 }, circumstances, grader.comparison)
  tally.verdicts.set(verdict.kind, (tally.verdicts.get(verdict.kind) ?? 0) + 1)
  tally.times.push(performance.now() - began)
  if ('performance' in verdict) tally.ratios.push(verdict.performance?.ratio?.ratio ?? Number.NaN)
}

/** The submission's own account of its time over the reference's, in long alternating batches: both are ours, and true. */
async function calibrate(language: BusyLanguage, source: string): Promise<number> {
  const request = requestFor(language, source, 'calibrate')
  const setting = await settingFor(language)
  const { referenceFile, warmMs } = setting.support
  const path = `${graderRoot}/${BUSY.id}/${referenceFile}`
  await using one = await openProgram(setting, BUSY, { kind: 'file', path, fileName: referenceFile })
  await using other = await openProgram(setting, BUSY, {
    kind: 'text',
    text: source,
    fileName: request.fileName,
  })
  if (grader.performance?.ratio === undefined) throw new Error('no inputs')
  const draw = inputsOf(request, 'ratio', grader.performance.ratio)
  const contenders = [one, other].map(({ dialogue }): Contender => ({ dialogue, draw, check: undefined }))
  const warm = await Promise.all(contenders.map((contender) => warmUp(contender, 2 * warmMs)))
  const calls = warm[0]?.kind === 'warm' ? warm[0].calls : 1
  const ratios: number[] = []
  for (let round = 0; round < CALIBRATION_ROUNDS; round++) {
    const { batch } = drawBatch(draw, 10_000 + round * calls, calls)
    const [base, own] = [await one.dialogue.batch(batch), await other.dialogue.batch(batch)]
    if (base.kind === 'returned' && own.kind === 'returned') ratios.push(own.claimedMs / base.claimedMs)
  }
  return quantile(ratios, 0.5)
}

function requestFor(language: BusyLanguage, source: string, seed: string): GradeRequest {
  return { exercise: BUSY, language, source, fileName: `busy.${language}`, seed, graderRoot }
}

async function settingFor(language: BusyLanguage): Promise<Setting> {
  const support = supportFor(language)
  const tool = await support.findTool()
  return { support, tool, graderRoot, cacheRoot: userCache(), limits: DEFAULT_LIMITS }
}

function startLoops(): readonly ChildProcess[] {
  return Array.from({ length: availableParallelism() }, () =>
    spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
  )
}

function report(language: string, load: Load, truth: number, { verdicts, times, ratios }: Tally): void {
  const count = (kind: VerdictKind) => verdicts.get(kind) ?? 0
  const share = truth / BUDGET
  const kinds = ['accepted', 'inconclusive', 'too-slow'] as const
  if (share < EDGE * 0.8) add(failed, times.length - count('accepted') - count('inconclusive'), times.length)
  else if (share > 1.5 / EDGE) add(passed, count('accepted'), times.length)
  else add(open, count('inconclusive'), times.length)
  const cells = kinds.map((kind) => String(count(kind)).padStart(kind.length))
  const range = `${quantile(ratios, 0.05).toFixed(2)} to ${quantile(ratios, 0.95).toFixed(2)}`
  console.log(
    `${language.padEnd(8)}  ${load}  ${truth.toFixed(2).padStart(5)}  ${share.toFixed(2).padStart(9)}   ${cells.join('  ')}   ${range.padStart(20)}   ${quantile(times, 0.5).toFixed(0)} ms`,
  )
}

function add(sum: { wrongly: number; of: number }, wrongly: number, of: number): void {
  sum.wrongly += wrongly
  sum.of += of
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
