import { drawLearner, type TrialLearner } from './learner.ts'
import { type LifeOutcome, liveUntil, type Rival } from './live-until.ts'
import { createOracle } from './rivals/oracle.ts'
import type { Scenario } from './scenarios.ts'
import type { WorldName } from './worlds.ts'

/** Policies may be tuned on the ones, and are judged by the others. */
export type Learners = 'training' | 'unseen'

/** What came of each rival for the same learners, in their order. */
export type TrialOutcomes = ReadonlyMap<string, readonly LifeOutcome[]>

export function learnersOf(
  kind: Learners,
  world: WorldName,
  scenarios: readonly Scenario[],
  seeds: number,
): readonly TrialLearner[] {
  return scenarios.flatMap((scenario, at) =>
    Array.from({ length: seeds }, (_, seed) => drawLearner(world, scenario, `${kind} ${at} ${seed}`)),
  )
}

export function holdTrial(learners: readonly TrialLearner[], rivals: readonly Rival[]): TrialOutcomes {
  const outcomes = new Map(
    rivals.map((rival) => [rival.name, learners.map((learner) => liveUntil(learner, rival))]),
  )
  return outcomes.set(ORACLE, learners.map(foresee))
}

export const ORACLE = 'oracle'

const FORESIGHTS = [
  { haste: 1, patience: 0 },
  { haste: 1.5, patience: 0.5 },
  { haste: 2, patience: 0 },
  { haste: 5, patience: 0 },
].map(createOracle)

/** The best of what it may do, told afterwards: no planner knows that. */
export function foresee(learner: TrialLearner): LifeOutcome {
  const [first, ...others] = FORESIGHTS.map((oracle) => liveUntil(learner, oracle))
  if (!first) throw new Error('no oracle')
  return others.reduce((best, other) => (other.onDate > best.onDate ? other : best), first)
}
