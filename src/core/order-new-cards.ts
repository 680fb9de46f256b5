import type { ListedDeck } from './card.ts'
import type { CardId } from './ids.ts'
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
      const first = deckOf(top)?.after[top]?.find(mayBegin)
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

interface Turn extends Topic {
  readonly head: () => CardId | undefined
}

function createTurns(topics: readonly Topic[], mayBegin: (card: CardId) => boolean) {
  const open = new Set(topics.map((topic): Turn => ({ ...topic, head: headOf(topic.deck, mayBegin) })))
  const seen = new Map(topics.map((topic) => [topic.deck, topic.seen]))
  const share = sum(topics.map((topic) => topic.seen)) / sum(topics.map(({ weight }) => weight))
  let latest: ListedDeck | undefined

  const seenOf = (deck: ListedDeck) => seen.get(deck) ?? 0
  // A new deck, or one that was taken in again: it catches up by every other card, where turns alone would
  // ask for nothing else.
  const isFarBehind = ({ deck, weight }: Turn) => seenOf(deck) < share * weight - 1
  const keys: readonly ((turn: Turn) => number)[] = [
    ({ choice }) => (choice === 'chosen' ? 0 : 1),
    (turn) => (turn.deck === latest && isFarBehind(turn) ? 1 : 0),
    ({ deck, weight }) => (seenOf(deck) + 1) / weight,
    ({ weight }) => -weight,
  ]

  return {
    next(): CardId | undefined {
      for (let turn = firstBy(keys, open); turn !== undefined; turn = firstBy(keys, open)) {
        const card = turn.head()
        if (card !== undefined) return card
        open.delete(turn)
      }
      return undefined
    },
    count(deck: ListedDeck | undefined): void {
      if (deck === undefined) return
      latest = deck
      seen.set(deck, seenOf(deck) + 1)
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

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function firstBy<T>(keys: readonly ((value: T) => number)[], values: Iterable<T>): T | undefined {
  let first: T | undefined
  for (const value of values) if (first === undefined || compareBy(keys, value, first) < 0) first = value
  return first
}

function compareBy<T>(keys: readonly ((value: T) => number)[], one: T, other: T): number {
  for (const key of keys) {
    const difference = key(one) - key(other)
    if (difference !== 0) return difference
  }
  return 0
}
