import { type CardState, UNSEEN_CARD } from '../card-state.ts'
import { studyDayOf } from '../day.ts'
import type { Event } from '../event.ts'
import type { CardId } from '../ids.ts'
import { nextCardState } from '../next-state.ts'
import type { FoldedCards } from '../packed-cards.ts'
import {
  changesSchedule,
  INITIAL_PARAMETERS,
  type ParametersByScope,
  parametersAfter,
  schedulerFor,
} from '../parameters-by-scope.ts'
import { createReweighing, type Reweighing } from '../reweighing.ts'
import type { Prediction } from './prediction.ts'

/**
 * Goes through the events that stand, in order, and says of each review what was foretold of it: with the
 * parameters that held then, so with none that were fitted on it. The first review of a card and one on the
 * day of its last foretell nothing.
 */
export function createPredictor(
  cards: FoldedCards = new Map<CardId, CardState>(),
  reweighing: Reweighing | undefined = createReweighing(cards),
): (event: Event) => Prediction | undefined {
  const tallies = new Map<CardId, Tally>()
  let parameters = INITIAL_PARAMETERS

  function predict(event: Event & { readonly kind: 'review' }): Prediction | undefined {
    const { memory } = cards.get(event.card) ?? UNSEEN_CARD
    const day = studyDayOf(event)
    if (memory.kind === 'new') {
      tallies.set(event.card, { reviews: 1, lapses: 0 })
      return undefined
    }
    const elapsedDays = day - memory.lastDay
    const tally = tallies.get(event.card)
    if (elapsedDays < 1 || tally === undefined) return undefined
    const recalled = event.rating !== 'again'
    const { lapses } = tally
    tally.reviews++
    if (!recalled) tally.lapses++
    const probability = schedulerFor(parameters.cards).retrievability(memory, day)
    return { event: event.id, probability, recalled, elapsedDays, nth: tally.reviews, lapses }
  }

  function reschedule(next: ParametersByScope): void {
    reweighing?.reweigh(parameters, next)
    parameters = next
  }

  return (event) => {
    if (changesSchedule(event)) reschedule(parametersAfter(parameters, event))
    if (!('card' in event)) return undefined
    const prediction = event.kind === 'review' ? predict(event) : undefined
    reweighing?.note(event)
    const before = cards.get(event.card) ?? UNSEEN_CARD
    cards.set(event.card, nextCardState(event.card, before, event, event, parameters))
    return prediction
  }
}

/** Of a card, counted as `Prediction` says. */
interface Tally {
  reviews: number
  lapses: number
}
