import type { Exercise } from '../../core/exercise.ts'
import type { Text } from '../../core/locale.ts'
import type { Case } from '../../grader/cases/case.ts'
import type { Comparison } from '../../kit/define-grader.ts'
import { judgeHere } from './judge-here.ts'
import { openSwitchboard, type Traced } from './switchboard.ts'

/** What becomes of a mutant of the reference. */
export type Fate =
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
export function openTrial({ exercise, comparison, code, name, always, drawn }: Trial) {
  const { load, trace } = openSwitchboard(code)
  const judge = (one: Case, module: ReturnType<typeof load>) =>
    judgeHere(one, module[name] as () => unknown, exercise, comparison)
  const loaded = trace(() => load(''), Number.POSITIVE_INFINITY)
  const traces = new Map(
    [...always, ...drawn.flat()].map((one) => {
      const traced = trace(() => judge(one, loaded.result), Number.POSITIVE_INFINITY)
      if (traced.result.kind !== 'passed')
        throw new TypeError(`reference.ts fails its own case "${one.name.en}"`)
      return [one, traced] as const
    }),
  )

  return function fateOf(mutant: string): Fate {
    const attempt = loadedWith(mutant)
    if (attempt === undefined) return { kind: 'told', by: LOADING }
    const tells = (one: Case) => {
      const usual = traces.get(one)
      if (!(loaded.reached.has(mutant) || usual?.reached.has(mutant))) return false
      try {
        return trace(() => judge(one, attempt), patience(usual)).result.kind !== 'passed'
      } catch {
        return true
      }
    }
    const teller = always.find(tells)
    if (teller) return { kind: 'told', by: teller.name }
    const tellers = drawn.flatMap((cases) => cases.find(tells) ?? [])
    if (tellers[0] && tellers.length === drawn.length) return { kind: 'told', by: tellers[0].name }
    const isReached = [loaded, ...traces.values()].some(({ reached }) => reached.has(mutant))
    return { kind: 'survived', isReached, seeds: tellers.length }
  }

  function loadedWith(mutant: string) {
    try {
      return trace(() => load(mutant), patience(loaded)).result
    } catch {
      return undefined
    }
  }
}

const LOADING: Text = { en: 'loading it', zh: '载入' }

function patience(usual: Traced<unknown> | undefined): number {
  return FEW_STEPS + PATIENCE * (usual?.steps ?? 0)
}
