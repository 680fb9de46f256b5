import { sum } from '../sum.ts'
import { type Belief, beliefsOf, ownBelief } from './beliefs.ts'
import { type ImaginedLife, liveThrough } from './live-through.ts'
import type { Morning, Policy } from './policy.ts'
import type { PossibleRecalls } from './recall-forecast.ts'

/** The one as the parameters say comes first. */
export type Lives = readonly [PossibleLife, ...PossibleLife[]]
export type PossibleLife = ImaginedLife & { readonly weight: number }

const SEED = 'forecast'

export function ownLife(policy: Policy, morning: Morning): ImaginedLife {
  return liveThrough(policy, morning, ownBelief(morning.parameters), SEED)
}

export function livesOf(policy: Policy, morning: Morning, reviews: number): Lives {
  const [own, ...others] = beliefsOf(morning.parameters, reviews)
  const live = (belief: Belief): PossibleLife => ({
    ...liveThrough(policy, morning, belief, SEED),
    weight: belief.weight,
  })
  return [live(own), ...others.map(live)]
}

export function recallsOf({ onDate, weight }: PossibleLife): PossibleRecalls {
  return { recalls: onDate, weight }
}

export function expected(lives: Lives, value: (life: ImaginedLife) => number): number {
  return sum(lives.map((life) => life.weight * value(life)))
}

/** Items that were new and stay so. */
export function neverBegun({ items }: Morning, { onDate }: ImaginedLife): readonly string[] {
  return items.filter((_, at) => onDate[at] === 0).map(({ id }) => id)
}
