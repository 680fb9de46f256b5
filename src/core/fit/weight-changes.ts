import type { Instant } from '../day.ts'
import type { Event } from '../event.ts'
import { changesSchedule, INITIAL_PARAMETERS, parametersAfter } from '../parameters-by-scope.ts'
import { haveSameWeights } from '../reweighing.ts'
import { DEFAULT_WEIGHTS } from '../scheduler.ts'

/** Weights by which cards were scheduled, and since when. */
export interface WeightsSince {
  readonly weights: readonly number[]
  /** Undefined for those that hold before the log says otherwise. */
  readonly since: Instant | undefined
}

/** The weights of cards that the log's events set one after the other, the last ones in force. */
export function weightsInTurn(events: Iterable<Event>): readonly [WeightsSince, ...WeightsSince[]] {
  const turns: [WeightsSince, ...WeightsSince[]] = [
    { weights: INITIAL_PARAMETERS.cards.weights, since: undefined },
  ]
  let parameters = INITIAL_PARAMETERS
  for (const event of events) {
    if (!changesSchedule(event)) continue
    const before = parameters.cards
    parameters = parametersAfter(parameters, event)
    const { weights } = parameters.cards
    if (!haveSameWeights(before, parameters.cards)) turns.push({ weights, since: event.at })
  }
  return turns
}

/** When weights that stand were first set, so fitted; undefined for the defaults, which never were. */
export function fittedAt(turns: readonly WeightsSince[]): Instant | undefined {
  const present = turns.at(-1) ?? INITIAL_PARAMETERS.cards
  if (haveSameWeights(present, { weights: DEFAULT_WEIGHTS })) return undefined
  return turns.find((turn) => haveSameWeights(turn, present))?.since
}
