import { INITIAL_PARAMETERS } from '../../src/core/parameters-by-scope.ts'
import type { Random } from '../../src/core/random.ts'
import { usableWeights } from '../../src/core/scheduler.ts'
import type { SchedulingParameters } from '../../src/core/scheduling-parameters.ts'
import type { Eases, Mind } from './mind.ts'
import { CEPEDA_2008, createActivationMind } from './minds/activation-mind.ts'
import { createDashMind } from './minds/dash-mind.ts'
import { createFsrsMind } from './minds/fsrs-mind.ts'

/** What the planner takes the learner for, in every world. */
export const PARAMETERS: SchedulingParameters = INITIAL_PARAMETERS.cards

/** Draws a learner's memory; `days` until the interview. The trace is the mind's own affair. */
export type World = (random: Random, eases: Eases, days: number) => Mind<unknown>

export const WORLDS = {
  own: () => hidden(createFsrsMind({ parameters: PARAMETERS })),
  'other parameters': (random, eases) =>
    hidden(
      createFsrsMind({
        parameters: withWeights(PARAMETERS.weights.map((weight) => weight * Math.exp(0.3 * random.normal()))),
        stretch: stretchBy(eases),
      }),
    ),
  'forgets fast': (random, eases) => {
    const share = Math.exp(Math.log(0.4) + 0.2 * random.normal())
    const weights = PARAMETERS.weights.map((weight, at) =>
      at < FIRST_STABILITIES ? weight * share : at === GROWTH ? weight - 0.5 : weight,
    )
    return hidden(createFsrsMind({ parameters: withWeights(weights), stretch: stretchBy(eases) }))
  },
  dash: (random, eases) => {
    const learner = -1.2 + 0.4 * random.normal()
    return hidden(createDashMind((card) => learner + 0.8 * easeOf(eases, card)))
  },
  'power law': (random, eases) => {
    const decay = CEPEDA_2008.decay * Math.exp(0.15 * random.normal())
    const thresholdOf = (card: number) =>
      CEPEDA_2008.threshold - 0.8 * CEPEDA_2008.noise * easeOf(eases, card)
    return hidden(createActivationMind({ ...CEPEDA_2008, decay }, thresholdOf))
  },
  drift: (random, eases, days) => {
    const pace = random.pick([0.5, 2, 2.5])
    const turn = days / 2
    const clock = (day: number) => day + (pace - 1) * Math.max(0, day - turn)
    return hidden(createFsrsMind({ parameters: PARAMETERS, stretch: stretchBy(eases), clock }))
  },
} as const satisfies { readonly [name: string]: World }

export type WorldName = keyof typeof WORLDS
export const WORLD_NAMES = Object.keys(WORLDS) as readonly WorldName[]

const FIRST_STABILITIES = 4
const GROWTH = 8

function withWeights(weights: readonly number[]): SchedulingParameters {
  return { ...PARAMETERS, weights: usableWeights(weights, PARAMETERS.steps) }
}

function stretchBy(eases: Eases): (card: number) => number {
  const stretches = eases.map((ease) => Math.exp(0.3 * ease))
  return (card) => stretches[card] ?? 1
}

function easeOf(eases: Eases, card: number): number {
  return eases[card] ?? 0
}

/** A trace only ever comes back to the mind that made it. */
function hidden<Trace>(mind: Mind<Trace>): Mind<unknown> {
  return mind as Mind<unknown>
}
