import { type Candidate, matcherOf } from '../core/browse/matcher.ts'
import type { Query } from '../core/browse/query.ts'
import type { Card, ListedDeck } from '../core/card.ts'
import { flagOf } from '../core/card-flag.ts'
import { type CardState, UNSEEN_CARD } from '../core/card-state.ts'
import { DAY_MS, studyDayOf } from '../core/day.ts'
import type { CardId } from '../core/ids.ts'
import type { Rating } from '../core/rating.ts'
import type { Scheduler } from '../core/scheduler.ts'
import { cardHistory, type HistoryEntry } from './card-history.ts'
import { cardsOf } from './deck-cards.ts'
import { type Deps, schedulersIn } from './deps.ts'
import { isOwnDeck } from './own-note.ts'

/** A card as a list of cards shows it. */
export type BrowsedCard = Omit<Candidate, 'ratings'>

/** A card with all that was done to it. */
export interface ShownCard extends BrowsedCard {
  readonly history: readonly HistoryEntry[]
  readonly retrievability: Scheduler['retrievability']
}

/** The cards that a query wants, deck by deck as their files have them. */
export function browseCards(deps: Deps, query: Query): readonly BrowsedCard[] {
  const now = deps.now()
  const ratings = ratingsLately(deps)
  const matches = matcherOf(query, { at: now.at, day: studyDayOf(now) })
  return candidates(deps).filter((candidate) =>
    matches({ ...candidate, ratings: (days) => ratings(days).get(candidate.card.id) ?? [] }),
  )
}

/** One card. @returns undefined where no deck has it */
export function browseCard(deps: Deps, id: CardId): BrowsedCard | undefined {
  const [card, deck] = [deps.content.cards.get(id), deps.content.cards.deckOf(id)]
  return card && deck && candidatesIn(deps, deps.store.settings())(deck)(card, deps.store.card(id))
}

export function withHistory(deps: Deps, browsed: BrowsedCard): ShownCard {
  const { retrievability } = schedulersIn(deps).cards
  return { ...browsed, history: cardHistory(deps, browsed.card.id), retrievability }
}

function candidates(deps: Deps): readonly BrowsedCard[] {
  const states = deps.store.cards()
  const candidatesOf = candidatesIn(deps, deps.store.settings())
  return deps.content.decks.flatMap((deck) => {
    const candidate = candidatesOf(deck)
    return cardsOf(deps, deck).map((card) => candidate(card, states.get(card.id) ?? UNSEEN_CARD))
  })
}

/** What is the same for all cards, and then for those of a deck, is asked once: there may be tens of thousands. */
function candidatesIn(deps: Deps, texts: ReadonlyMap<string, string>) {
  const { retrievability } = schedulersIn(deps).cards
  const today = studyDayOf(deps.now())
  return (deck: ListedDeck) => {
    const isOwn = isOwnDeck(deps, deck)
    return (card: Card, state: CardState): BrowsedCard => ({
      card,
      deck,
      isOwn,
      state,
      flag: flagOf(card.id, texts),
      recall: retrievability(state.memory, today),
    })
  }
}

/** Answers of the last so many study days, today among them; the log is read once for each number of days. */
function ratingsLately({ store, now }: Deps): (days: number) => ReadonlyMap<CardId, readonly Rating[]> {
  const moment = now()
  const today = studyDayOf(moment)
  const known = new Map<number, ReadonlyMap<CardId, readonly Rating[]>>()
  return (days) =>
    known.getOrInsertComputed(days, () => {
      const lately = store
        .reviewsSince(moment.at - (days + 1) * DAY_MS)
        .filter((review) => studyDayOf(review) > today - days)
      const found = new Map<CardId, Rating[]>()
      for (const { card, rating } of lately) found.getOrInsertComputed(card, () => []).push(rating)
      return found
    })
}
