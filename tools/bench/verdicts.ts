import { type ChildProcess, spawn } from 'node:child_process'
import { availableParallelism, cpus } from 'node:os'
import { parseArgs } from 'node:util'
import type { Verdict } from '../../src/core/verdict.ts'
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
import { openProgram, type ProgramSetting } from '../../src/grader/run/open-program.ts'
import { userCache } from '../../src/grader/run/user-cache.ts'
import { BUSY, BUSY_LANGUAGES, type BusyLanguage, buildBusy, busySource } from './busy-exercise.ts'
import { chooseTestPython } from './python.ts'

/**
 * How often the budget's verdict is wrong: submissions whose slow-down is known, graded again and again, each time in processes of their
 * own, beside whatever else the machine does (`idle`) and with a busy loop on every processor as well. The measurement is the one of every
 * grading; only the cases are left out. Each row gets an even share of the time that is left, and as many gradings as that allows, so that
 * the whole ends in about `--minutes`; how many they were stands in the row.
 *
 *     node tools/bench/verdicts.ts [--minutes 25] [--count 60] [--language ts|py|cpp] [--load idle|busy] [--share 1.25 …]
 */
const BUDGET = BUSY.budget?.ratio ?? Number.NaN
const SHARES = [0.8, 1, 1.25, 1.5, 2]
const LOADS = ['idle', 'busy'] as const
type Load = (typeof LOADS)[number]
/** What was written to take a share of the budget may be calibrated to a little more, or less. */
const NEAR = 1.05
const CALIBRATION_ROUNDS = 15
const LEAST_GRADINGS = 8
/** So many are graded at the same time: each waits for one of its two programs, mostly. */
const AT_ONCE = 2

const VERDICTS = ['within', 'edge', 'inconclusive', 'too-slow', 'other'] as const
type Told = (typeof VERDICTS)[number]

interface Tally {
  readonly told: Record<Told, number>
  readonly times: number[]
  readonly ratios: number[]
}

const { values: flags } = parseArgs({
  options: {
    minutes: { type: 'string', default: '25' },
    count: { type: 'string', default: '60' },
    language: { type: 'string' },
    load: { type: 'string' },
    share: { type: 'string', multiple: true },
  },
})
chooseTestPython()
const graderRoot = await buildBusy()
const grader = await loadGrader(graderRoot, BUSY)
const refused = { wrongly: 0, of: 0 }
const passed = { wrongly: 0, of: 0 }
const open = { wrongly: 0, of: 0 }

/** By source. */
const truths = new Map<string, Promise<number>>()

const rows = BUSY_LANGUAGES.filter((one) => one === (flags.language ?? one)).flatMap((language) =>
  (flags.share?.map(Number) ?? SHARES).flatMap((share) =>
    LOADS.filter((one) => one === (flags.load ?? one)).map((load) => ({ language, share, load })),
  ),
)
const ends = performance.now() + 60_000 * Number(flags.minutes)
console.log(
  `${new Date().toISOString().slice(0, 16)}, ${cpus().length} x ${cpus()[0]?.model}; budget ${BUDGET}x\n`,
)
console.log(
  '| language | load | of the budget | gradings | within | at the edge | inconclusive | too slow | measured, 5 % to 95 % | seconds |',
)
console.log('|---|---|---|---|---|---|---|---|---|---|')
for (const [at, row] of rows.entries()) {
  const left = Math.max(0, ends - performance.now()) / (rows.length - at)
  await gradeMany(row, performance.now() + left)
}
console.log(`\nfalse too slow at 1.0 of the budget or less: ${said(refused)}`)
console.log(`false passes at 1.5 of the budget or more: ${said(passed)}`)
console.log(`inconclusive: ${said(open)}`)

interface Row {
  readonly language: BusyLanguage
  readonly share: number
  readonly load: Load
}

async function gradeMany({ language, share, load }: Row, until: number): Promise<void> {
  const source = busySource(language, share * BUDGET)
  const truth = await calibrate(language, source)
  const loops = load === 'busy' ? startLoops() : []
  const tally: Tally = {
    told: { within: 0, edge: 0, inconclusive: 0, 'too-slow': 0, other: 0 },
    times: [],
    ratios: [],
  }
  let begun = 0
  const isDone = () => begun >= Number(flags.count) || (performance.now() > until && begun >= LEAST_GRADINGS)
  const grade = async () => {
    while (!isDone()) await gradeOnce(language, source, `${begun++}`, tally)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, grade))
  for (const loop of loops) loop.kill('SIGKILL')
  report(language, load, truth / BUDGET, tally)
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
  tally.told[toldBy(verdict)]++
  tally.times.push(performance.now() - began)
  if ('performance' in verdict) tally.ratios.push(verdict.performance?.ratio?.ratio ?? Number.NaN)
}

function toldBy(verdict: Verdict): Told {
  if (verdict.kind === 'accepted') return verdict.performance?.edge ? 'edge' : 'within'
  return verdict.kind === 'too-slow' || verdict.kind === 'inconclusive' ? verdict.kind : 'other'
}

/** Measured once in a run for each submission: it does not depend on the load. */
function calibrate(language: BusyLanguage, source: string): Promise<number> {
  return truths.getOrInsertComputed(source, () => measureTruth(language, source))
}

/** The submission's own account of its time over the reference's, in long alternating batches: both are ours, and true. */
async function measureTruth(language: BusyLanguage, source: string): Promise<number> {
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

async function settingFor(language: BusyLanguage): Promise<ProgramSetting> {
  const support = supportFor(language)
  const tool = await support.findTool()
  return { support, tool, graderRoot, cacheRoot: userCache(), limits: DEFAULT_LIMITS }
}

function startLoops(): readonly ChildProcess[] {
  return Array.from({ length: availableParallelism() }, () =>
    spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
  )
}

function report(language: string, load: Load, share: number, { told, times, ratios }: Tally): void {
  const gradings = times.length
  if (share < NEAR) add(refused, told['too-slow'] + told.other, gradings)
  if (share > 1.5 / NEAR) add(passed, told.within + told.edge, gradings)
  add(open, told.inconclusive, gradings)
  const range = [0.05, 0.95].map((at) => (quantile(ratios, at) / BUDGET).toFixed(2)).join(' to ')
  const seconds = (quantile(times, 0.5) / 1000).toFixed(1)
  const counts = [told.within, told.edge, told.inconclusive, told['too-slow']]
  const other = told.other === 0 ? '' : ` (${told.other} other)`
  console.log(
    `| ${[language, load, share.toFixed(2), gradings, ...counts, range + other, seconds].join(' | ')} |`,
  )
}

function add(sum: { wrongly: number; of: number }, wrongly: number, of: number): void {
  sum.wrongly += wrongly
  sum.of += of
}

/** With the most that so many gradings without a mistake leave open. */
function said({ wrongly, of }: { readonly wrongly: number; readonly of: number }): string {
  const bound =
    wrongly === 0 && of > 0
      ? `, so less than ${(100 * (1 - 0.05 ** (1 / of))).toFixed(1)} % (with 95 % confidence)`
      : ''
  return `${wrongly} of ${of}${bound}`
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
