import type { ListedDeck } from '../core/card.ts'
import { rulesIn, type TopicRule } from '../core/topic.ts'
import type { Deps } from './deps.ts'
import { exerciseOfToday } from './exercise-of-today.ts'
import { knownCards } from './known-cards.ts'
import { limitsOfDay } from './limits-of-day.ts'
import { todayQueue, WHOLE_QUEUE } from './today-queue.ts'

/** A deck, and what holds for its new cards. */
export interface TopicRow extends TopicRule {
  readonly deck: ListedDeck
  readonly seen: number
  readonly total: number
  /** Cards that wait for the learner today, new ones not counted. */
  readonly due: number
}

/** Every deck, group by group. */
export function listTopics(deps: Deps): readonly TopicRow[] {
  const { store, content, now } = deps
  const ruleOf = rulesIn(store.settings())
  const [moment, known] = [now(), knownCards(deps)]
  const basis = { known, exercise: exerciseOfToday(deps, moment), limits: limitsOfDay(deps, moment) }
  const { recalled, learning, reviews } = todayQueue(deps, WHOLE_QUEUE, moment, basis)
  const due = [...recalled, ...learning.map(({ card }) => card), ...reviews]
  const dueOf = Map.groupBy(due, (card) => content.cards.deckOf(card))
  const rows = content.decks.map((deck) => ({
    deck,
    seen: known.seenIn(deck),
    total: deck.size,
    due: dueOf.get(deck)?.length ?? 0,
    ...ruleOf(deck),
  }))
  return [...Map.groupBy(rows, ({ deck }) => deck.group)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, own]) => own)
}
