import { type Case, type CaseArguments, type CaseOutcome, type Tried, valuesOf } from '../cases/case.ts'
import { type AnyGrader, drawRandom, referenceCase, sizeOfCase } from '../cases/load-grader.ts'
import { nameArgs } from '../cases/name-args.ts'
import { greedily, type Shrinking, shrinkArguments } from '../judge/shrink-arguments.ts'
import { toldPlace } from '../judge/told-failure.ts'
import { madeSmaller } from '../words/sentences.ts'
import { type CaseRun, runCase } from './run-cases.ts'

export interface Shrink {
  readonly run: CaseRun
  readonly grader: AnyGrader
  readonly seed: string
  /** Whether an outcome still shows the mistake that was diagnosed. */
  readonly shows: (tried: Tried) => boolean
}

/** CPU time, of all calls and of one: a learner does not wait longer for a smaller case. */
const SHRINK_MS = 1000
/** Mostly this ends it, so that the same seed comes to the same case. */
const MOST_RUNS = 600
/** Inputs that are drawn in search of a smaller one, where the grader does not say which are valid. */
const DRAWS = 200

/**
 * What was tried, with the failure that is told on the smallest input that was found for it; all others as
 * they were. Hand-made cases are small and named, so they stay; a process that has ended cannot be asked any
 * more.
 */
export async function withSmallestFailure(
  tried: readonly Tried[],
  shrink: Shrink,
): Promise<readonly Tried[]> {
  const at = toldPlace(tried)
  const first = tried[at]
  const isOver = tried.at(-1)?.outcome.kind === 'ended'
  if (first === undefined || first.case.origin === 'hand-made' || isOver) return tried
  const smallest = await search(first, shrink)
  return smallest === first ? tried : tried.with(at, smallest)
}

async function search(first: Tried, shrink: Shrink): Promise<Tried> {
  const { dialogue } = shrink.run
  let isOver = false
  const tryOne = async (args: CaseArguments): Promise<Tried | undefined> => {
    const one = caseOf(first.case, args, shrink)
    if (one === undefined) return undefined
    const tried = await runCase(one, shrink.run, { limitMs: SHRINK_MS })
    const { outcome } = tried
    isOver = outcome.kind === 'ended'
    const isAlike = failsAlike(first.outcome, outcome) && (isPlain(outcome) || !isPlain(first.outcome))
    return isAlike && shrink.shows(tried) ? tried : undefined
  }
  const began = dialogue.cpuMs()
  // One that passes the second time has remembered something: there is nothing to be found.
  if ((await tryOne(first.case.args)) === undefined) return first
  const candidates = shrinkingOf(first.case, shrink)
  let smallest = first
  let step = candidates.next(false)
  const isOpen = () => !isOver && dialogue.cpuMs() - began < SHRINK_MS
  for (let runs = 0; !step.done && runs < MOST_RUNS && isOpen(); runs++) {
    const found = await tryOne(step.value)
    smallest = found ?? smallest
    step = candidates.next(found !== undefined)
  }
  if (smallest === first || isOver) return smallest
  return (await tryOne(smallest.case.args)) ?? first
}

/** As the grader says, else by what its signature and `valid` allow, else whatever it draws that is smaller. */
function shrinkingOf(first: Case, { grader, run, seed }: Shrink): Shrinking {
  const { params } = run.exercise.signature
  const { shrink } = grader
  if (shrink) {
    return greedily(first.args, function* (now) {
      for (const raw of shrink(...valuesOf(now))) yield nameArgs(run.exercise, raw)
    })
  }
  if (grader.valid) return shrinkArguments(params, first.args)
  // A fixture has a name; another draw has none.
  const length = first.origin === 'random' ? DRAWS : 0
  return drawSmaller(
    first,
    Array.from({ length }, (_, at) => drawRandom(grader, run.exercise, `${seed}/smaller/${at}`, at)),
  )
}

function* drawSmaller(first: Case, drawn: readonly CaseArguments[]): Shrinking {
  const smaller = drawn
    .map((args) => ({ args, size: sizeOfCase({ args }) }))
    .filter(({ size }) => size < sizeOfCase(first))
    .sort((one, other) => one.size - other.size)
  for (const { args } of smaller) if (yield args) return args
  return first.args
}

const SMALLEST = 1e-30

/** Undefined where the grader does not take the arguments. */
function caseOf(from: Case, args: CaseArguments, { grader, run }: Shrink): Case | undefined {
  const values = valuesOf(args)
  const name = args === from.args ? from.name : madeSmaller(from.name)
  try {
    if (grader.valid && !grader.valid(...values)) return undefined
    return referenceCase(grader, run.exercise, { name, origin: from.origin, args: values })
  } catch {
    // What was made smaller is no longer an input; the failure itself stands.
    return undefined
  }
}

/** Nobody knows what to make of 4.5e-309. */
function isPlain(outcome: CaseOutcome): boolean {
  const expected = outcome.kind === 'wrong' ? Math.abs(outcome.mismatch.worst?.expected ?? 0) : 0
  return expected === 0 || expected > SMALLEST
}

function failsAlike(one: CaseOutcome, other: CaseOutcome): boolean {
  if (one.kind === 'threw') return other.kind === 'threw' && other.name === one.name
  return other.kind === one.kind
}
