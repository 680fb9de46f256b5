import { digestSorted } from '../content/digest-ids.ts'
import type { ListedDeck } from '../core/card.ts'
import type { StudyDay } from '../core/day.ts'
import type { CardId } from '../core/ids.ts'
import type { DueCount } from '../core/statistics/forecast.ts'
import { type Deps, schedulersIn } from './deps.ts'

/** How the cards that were ever reviewed and the cards that there are meet. */
export interface KnownCards {
  /** Of a card that there is. */
  readonly isSeen: (card: CardId) => boolean
  /** Of a card that was reviewed. */
  readonly isThere: (card: CardId) => boolean
  /** How many cards of a deck were reviewed. */
  readonly seenIn: (deck: ListedDeck) => number
  /** Decks that may have cards which were never reviewed. */
  readonly open: readonly ListedDeck[]
  /** Days on which cards that there are come due. */
  readonly dueCounts: () => readonly DueCount[]
  /** Predicted recalls on a day over the cards that there are. */
  readonly recallsOn: (day: StudyDay) => number
}

/**
 * A set of a hundred thousand ids costs more than the start of the program: none is made of decks that were
 * seen as a whole.
 */
export function knownCards(deps: Deps): KnownCards {
  const { store, content } = deps
  const count = store.seen.count()
  if (count > 2 * content.cards.size) return knownFromContent(deps)
  const whole = new Set<string>()
  const rest: CardId[] = []
  let found = 0
  for (const { name, size, digest } of count === 0 ? [] : content.decks) {
    const seen = store.seen.calledAfter(name)
    found += seen.count
    // A digest takes as long as to read some cards: of most decks the number says it already.
    if (seen.count > 0 && seen.count === size && digestSorted(seen.sorted) === digest) whole.add(name)
    else if (seen.count > 0) rest.push(...(seen.sorted.split('\n') as CardId[]))
  }
  // Some are called after no deck, or one name stands for two decks.
  return found === count ? knownFromStates(deps, rest, whole) : knownFromStates(deps, store.seen.all(), NONE)
}

const NONE: ReadonlySet<string> = new Set()

/** @param seen those that were reviewed, but for the decks that were seen as a whole */
function knownFromStates(deps: Deps, seen: Iterable<CardId>, whole: ReadonlySet<string>): KnownCards {
  const { cards, decks } = deps.content
  const known = new Set(seen)
  const { gone, counts } = sortOut(deps, known)
  const { recallOf, recallOfAll, dueCounts, dueCountsOf } = deps.store.memories
  const { forgetting } = schedulersIn(deps).cards
  return {
    isSeen: (card) => known.has(card) || whole.has(cards.deckOf(card)?.name ?? ''),
    isThere: (card) => !gone.has(card),
    seenIn: (deck) => (whole.has(deck.name) ? deck.size : (counts.get(deck) ?? 0)),
    open: decks.filter(({ name }) => !whole.has(name)),
    dueCounts: () => [...dueCounts(), ...dueCountsOf([...gone]).map(taken)],
    recallsOn: (day) =>
      recallOfAll(day, forgetting) - (gone.size === 0 ? 0 : recallOf([...gone], day, forgetting)),
  }
}

function taken({ day, cards }: DueCount): DueCount {
  return { day, cards: -cards }
}

/** Where most that was reviewed is in no deck any more, as when decks lie on another disk. */
function knownFromContent(deps: Deps): KnownCards {
  const { cards, decks } = deps.content
  const ids = [...cards.keys()]
  const known = deps.store.seen.among(ids)
  const { counts } = sortOut(deps, known)
  return {
    isSeen: (card) => known.has(card),
    isThere: cards.has,
    seenIn: (deck) => counts.get(deck) ?? 0,
    open: known.size === ids.length ? [] : decks,
    dueCounts: () => deps.store.memories.dueCountsOf(ids),
    recallsOn: (day) => deps.store.memories.recallOf(ids, day, schedulersIn(deps).cards.forgetting),
  }
}

/** Which of the cards are in no deck any more, and how many each deck has of the others. */
function sortOut({ content }: Deps, known: Iterable<CardId>) {
  const gone = new Set<CardId>()
  const counts = new Map<ListedDeck, number>()
  for (const card of known) {
    const deck = content.cards.deckOf(card)
    if (deck === undefined) gone.add(card)
    else counts.set(deck, (counts.get(deck) ?? 0) + 1)
  }
  return { gone, counts }
}
