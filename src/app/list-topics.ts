import type { ListedDeck } from '../core/card.ts'
import { studyDayOf } from '../core/day.ts'
import { ruleOf, type TopicRule } from '../core/topic.ts'
import type { Deps } from './deps.ts'
import { knownCards } from './known-cards.ts'

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
  const texts = store.settings()
  const { isSeen } = knownCards(deps)
  const { learning, due } = store.agenda(studyDayOf(now()))
  const dueOf = Map.groupBy([...learning, ...due], ({ card }) => content.cards.deckOf(card))
  const rows = content.decks.map((deck) => ({
    deck,
    seen: deck.cards.filter(isSeen).length,
    total: deck.cards.length,
    due: dueOf.get(deck)?.length ?? 0,
    ...ruleOf(deck, texts),
  }))
  return [...Map.groupBy(rows, ({ deck }) => deck.group)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, own]) => own)
}
