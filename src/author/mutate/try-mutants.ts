import type { Exercise } from '../../core/exercise.ts'
import type { Text } from '../../core/locale.ts'
import type { Case, CaseOutcome } from '../../grader/cases/case.ts'
import type { Comparison } from '../../kit/define-grader.ts'
import { judgeHere } from './judge-here.ts'
import { openSwitchboard, type Switchboard, type Traced } from './switchboard.ts'

/** What becomes of a mutant of the reference. */
export type Fate =
  /** `by`: the name of a case. */
  | { readonly kind: 'told'; readonly by: Text }
  /** `seeds`: with so many of the seeds tried, a random case tells it. */
  | { readonly kind: 'survived'; readonly isReached: boolean; readonly seeds: number }

export interface Trial {
  readonly exercise: Exercise
  readonly comparison: Comparison
  /** The instrumented reference, and the function in it. */
  readonly code: string
  readonly name: string
  /** Those of every grading. */
  readonly always: readonly Case[]
  /** The random cases of one grading, by seed. */
  readonly drawn: readonly (readonly Case[])[]
}

/** So many times the reference's own steps may a mutant take: what only wastes time is no wrong answer. */
const PATIENCE = 100
const FEW_STEPS = 1000

/** @throws TypeError where the reference itself fails a case: then no mutant can be told by it */
export function openTrial(trial: Trial): (mutant: string) => Fate {
  const board = openSwitchboard(trial.code)
  const usual = runUnchanged(trial, board)
  return (mutant) => fateOf(mutant, trial, board, usual)
}

type Module = ReturnType<Switchboard['load']>

/** What the reference does when no mutant is on. */
interface Usual {
  readonly loading: Traced<Module>
  readonly cases: ReadonlyMap<Case, Traced<CaseOutcome>>
}

function runUnchanged(trial: Trial, { load, trace }: Switchboard): Usual {
  const loading = trace(() => load(''), Number.POSITIVE_INFINITY)
  if (typeof loading.result[trial.name] !== 'function')
    throw new TypeError(`reference.ts exports no function ${trial.name}`)
  const cases = [...trial.always, ...trial.drawn.flat()].map((one) => {
    const traced = trace(() => judge(one, loading.result, trial), Number.POSITIVE_INFINITY)
    if (traced.result.kind !== 'passed')
      throw new TypeError(`reference.ts fails its own case "${one.name.en}"`)
    return [one, traced] as const
  })
  return { loading, cases: new Map(cases) }
}

function fateOf(mutant: string, trial: Trial, { load, trace }: Switchboard, usual: Usual): Fate {
  const { always, drawn } = trial
  const loaded = attempt(() => trace(() => load(mutant), patience(usual.loading)).result)
  if (loaded === undefined) return { kind: 'told', by: LOADING }
  const tells = (one: Case) => {
    const before = usual.cases.get(one) ?? usual.loading
    if (![usual.loading, before].some(({ reached }) => reached.has(mutant))) return false
    const now = attempt(() => trace(() => judge(one, loaded, trial), patience(before)).result)
    return now?.kind !== 'passed'
  }
  const teller = always.find(tells)
  if (teller) return { kind: 'told', by: teller.name }
  const tellers = drawn.flatMap((cases) => cases.find(tells) ?? [])
  if (tellers[0] && tellers.length === drawn.length) return { kind: 'told', by: tellers[0].name }
  const isReached = [usual.loading, ...usual.cases.values()].some(({ reached }) => reached.has(mutant))
  return { kind: 'survived', isReached, seeds: tellers.length }
}

const LOADING: Text = { en: 'loading it', zh: '载入' }

function judge(one: Case, module: Module, { name, exercise, comparison }: Trial): CaseOutcome {
  return judgeHere(one, module[name] as () => unknown, exercise, comparison)
}

/** A mutant may throw anything. */
function attempt<R>(run: () => R): R | undefined {
  try {
    return run()
  } catch {
    return undefined
  }
}

function patience({ steps }: Traced<unknown>): number {
  return FEW_STEPS + PATIENCE * steps
}
