import type { ListedDeck } from './card.ts'
import type { CardId } from './ids.ts'
import { sum } from './sum.ts'
import type { TopicRule } from './topic.ts'

/** A deck that may give new cards. */
export interface Topic extends TopicRule {
  readonly deck: ListedDeck
  /** How many of its cards were ever seen: by this number the order carries on over days and sessions. */
  readonly seen: number
}

export interface NewCardsInput {
  readonly topics: readonly Topic[]
  readonly deckOf: (card: CardId) => ListedDeck | undefined
  /** Asked before all others, each behind what it builds on. */
  readonly needed: readonly CardId[]
  /** Whether a card is new and may be asked beside those that `take` has heard of. */
  readonly isWaiting: (card: CardId) => boolean
  readonly take: (card: CardId) => void
  readonly count: number
}

export interface NewCards {
  /** With the cards that they build on. */
  readonly needed: readonly CardId[]
  readonly others: readonly CardId[]
}

/**
 * The first `count` new cards to ask. Decks take turns by weighted fair queueing: next is the one of which,
 * for its weight, the fewest cards will then have been seen. So each has its share of any stretch of new
 * cards, and nothing needs to be kept but what was seen. No card comes before those that should be known
 * first, which are drawn from their decks for it; of a cycle one comes first.
 */
export function orderNewCards({ topics, deckOf, needed, isWaiting, take, count }: NewCardsInput): NewCards {
  const begun = new Set<CardId>()
  const placed: CardId[] = []
  const mayBegin = (card: CardId) => !begun.has(card) && isWaiting(card)
  const turns = createTurns(topics, mayBegin)

  function place(card: CardId): void {
    const path = mayBegin(card) ? [card] : []
    for (let top = path.at(-1); top !== undefined && placed.length < count; top = path.at(-1)) {
      begun.add(top)
      const first = deckOf(top)?.after(top).find(mayBegin)
      if (first !== undefined) path.push(first)
      else {
        path.pop()
        if (isWaiting(top)) put(top)
      }
    }
  }

  function put(card: CardId): void {
    placed.push(card)
    take(card)
    turns.count(deckOf(card))
  }

  for (const card of needed) place(card)
  const split = placed.length
  for (let card = turns.next(); card !== undefined && placed.length < count; card = turns.next()) place(card)
  return { needed: placed.slice(0, split), others: placed.slice(split) }
}

interface Turn {
  readonly topic: Topic
  readonly head: () => CardId | undefined
  /** Of its deck's cards. */
  seen: number
}

/** In plain loops: of a first start, this was what made most garbage. */
function createTurns(topics: readonly Topic[], mayBegin: (card: CardId) => boolean) {
  let open = topics.map((topic): Turn => ({ topic, head: headOf(topic.deck, mayBegin), seen: topic.seen }))
  const turns = new Map(open.map((turn) => [turn.topic.deck, turn]))
  const share = sum(topics.map(({ seen }) => seen)) / sum(topics.map(({ weight }) => weight))
  let latest: Turn | undefined

  // A new deck, or one that was taken in again: it catches up by every other card, where turns alone would
  // ask for nothing else.
  const mustWait = (turn: Turn) => turn === latest && turn.seen < share * turn.topic.weight - 1

  function isBefore(one: Turn, other: Turn): boolean {
    const isChosen = one.topic.choice === 'chosen'
    if (isChosen !== (other.topic.choice === 'chosen')) return isChosen
    const waits = mustWait(one)
    if (waits !== mustWait(other)) return !waits
    const later = (one.seen + 1) / one.topic.weight - (other.seen + 1) / other.topic.weight
    return later === 0 ? one.topic.weight > other.topic.weight : later < 0
  }

  function first(): Turn | undefined {
    let found = open[0]
    for (let at = 1; at < open.length; at++) {
      const turn = open[at] as Turn
      if (isBefore(turn, found as Turn)) found = turn
    }
    return found
  }

  return {
    next(): CardId | undefined {
      for (let turn = first(); turn !== undefined; turn = first()) {
        const card = turn.head()
        if (card !== undefined) return card
        const ended = turn
        open = open.filter((one) => one !== ended)
      }
      return undefined
    },
    count(deck: ListedDeck | undefined): void {
      if (deck === undefined) return
      latest = turns.get(deck)
      if (latest !== undefined) latest.seen++
    },
  }
}

/** The deck's next card. One that may not begin will not later either. */
function headOf(deck: ListedDeck, mayBegin: (card: CardId) => boolean): () => CardId | undefined {
  let at = 0
  return () => {
    // Only asked for here: a deck that has no turn never splits its ids.
    const { cards } = deck
    while (at < cards.length && !mayBegin(cards[at] as CardId)) at++
    return cards[at]
  }
}
