import { UNSEEN_CARD } from './card-state.ts'
import type { Event } from './event.ts'
import { cardChangeBy } from './fold.ts'
import type { Memory } from './memory.ts'
import { createPackedCards } from './packed-cards.ts'
import { changesSchedule, INITIAL_PARAMETERS, parametersAfter } from './parameters-by-scope.ts'

/** A review with the kind of memory that it met. */
export interface LoggedReview {
  readonly review: Extract<Event, { kind: 'review' }>
  readonly before: Memory['kind']
}

/** The reviews among events that stand, in the log's order. What is held grows with cards, not with events. */
export function* loggedReviews(events: Iterable<Event>): Generator<LoggedReview> {
  const states = createPackedCards()
  let parameters = INITIAL_PARAMETERS
  for (const event of events) {
    if (changesSchedule(event)) {
      parameters = parametersAfter(parameters, event)
    }
    if (!('card' in event)) continue
    const before = states.get(event.card) ?? UNSEEN_CARD
    states.set(event.card, cardChangeBy(event, before, parameters).state)
    if (event.kind === 'review') yield { review: event, before: before.memory.kind }
  }
}
