import { type CardState, UNSEEN_CARD } from './card-state.ts'
import type { Moment } from './day.ts'
import type { CardEvent, Event, EventId } from './event.ts'
import type { CardId } from './ids.ts'
import { nextCardState } from './next-state.ts'
import type { FoldedCards } from './packed-cards.ts'
import {
  changesSchedule,
  INITIAL_PARAMETERS,
  type ParametersByScope,
  parametersAfter,
} from './parameters-by-scope.ts'
import { createReweighing } from './reweighing.ts'

/** One thing that was done to a card, and what it made of what stood before. */
export interface ReplayedChange {
  readonly event: Moment & CardEvent & { readonly id: EventId; readonly device: string }
  readonly before: CardState
  readonly state: CardState
  /** By which cards were scheduled then. */
  readonly parameters: ParametersByScope
}

/**
 * What was done to cards, in the log's order. It streams: what is held grows with cards, and by some bytes a
 * review.
 */
export function* replayCards(
  events: Iterable<Event>,
  cards: FoldedCards = new Map<CardId, CardState>(),
): Generator<ReplayedChange> {
  const reweighing = createReweighing(cards)
  let parameters = INITIAL_PARAMETERS
  for (const event of events) {
    if (changesSchedule(event)) {
      const next = parametersAfter(parameters, event)
      reweighing.reweigh(parameters, next)
      parameters = next
    }
    if (!('card' in event)) continue
    reweighing.note(event)
    const before = cards.get(event.card) ?? UNSEEN_CARD
    const state = nextCardState(event.card, before, event, event, parameters)
    cards.set(event.card, state)
    yield { event, before, state, parameters }
  }
}
