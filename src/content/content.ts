import type { Card, Deck, DeckTitle, ListedDeck } from '../core/card.ts'
import type { Exercise } from '../core/exercise.ts'
import type { Fault } from '../core/fault.ts'
import type { CardId, ExerciseId } from '../core/ids.ts'
import { sum } from '../core/sum.ts'
import { digestIds } from './digest-ids.ts'
import { once } from './once.ts'

export interface Content {
  /** Without cards that another deck replaces. */
  readonly decks: readonly ListedDeck[]
  readonly cards: Cards
  readonly exercises: ReadonlyMap<ExerciseId, Exercise>
  readonly faults: readonly Fault[]
}

/** Every card by its id; its texts are read when it is asked for. */
export interface Cards {
  readonly size: number
  readonly has: (id: CardId) => boolean
  /** Its deck, without its texts. */
  readonly deckOf: (id: CardId) => ListedDeck | undefined
  readonly get: (id: CardId) => Card | undefined
  readonly keys: () => Iterable<CardId>
  readonly values: () => Iterable<Card>
}

/** A deck on the shelf: what it lists is at hand, its texts need to be fetched. */
export interface ShelvedDeck {
  readonly listed: ListedDeck
  readonly texts: () => ReadonlyMap<CardId, Card>
}

/** Decks without a card are left out. */
export function contentOf(
  decks: readonly ShelvedDeck[],
  exercises: readonly Exercise[],
  faults: readonly Fault[],
): Content {
  const shelved = decks.filter(({ listed }) => listed.size > 0)
  const deckOf = createCatalogue(shelved)
  const ids = () => shelved.flatMap(({ listed }) => listed.cards)
  const get = (id: CardId) => deckOf(id)?.texts().get(id)
  return {
    decks: shelved.map(({ listed }) => listed),
    cards: {
      size: sum(shelved.map(({ listed }) => listed.size)),
      has: (id) => deckOf(id) !== undefined,
      deckOf: (id) => deckOf(id)?.listed,
      get,
      keys: ids,
      values: () => ids().flatMap((id) => get(id) ?? []),
    },
    exercises: new Map(exercises.map((exercise) => [exercise.id, exercise])),
    faults,
  }
}

/**
 * Finds a card's deck: most cards are called after theirs, and only for another one is every deck looked
 * into. Then only those that are not are kept: to keep all of a hundred thousand takes as long as a start.
 */
function createCatalogue(shelved: readonly ShelvedDeck[]): (id: CardId) => ShelvedDeck | undefined {
  const named = new Map(
    shelved.map((deck) => [deck.listed.name, { deck, cards: once(() => new Set(deck.listed.cards)) }]),
  )
  const others = once(() => new Map(shelved.flatMap((deck) => othersIn(deck).map((id) => [id, deck]))))

  function othersIn(deck: ShelvedDeck): readonly CardId[] {
    const { name, cards } = deck.listed
    return named.get(name)?.deck === deck ? cards.filter((id) => !id.startsWith(`${name}/`)) : cards
  }

  return (id) => {
    const likely = named.get(id.slice(0, id.indexOf('/')))
    return likely?.cards().has(id) ? likely.deck : others().get(id)
  }
}

/** A deck whose texts are at hand too. */
export function shelve(deck: Deck): ShelvedDeck {
  const listed = listDeck(deck)
  return { listed, texts: once(() => textsOf(deck.cards)) }
}

export function listDeck({ cards, ...title }: Deck): ListedDeck {
  const ids = cards.map(({ id }) => id)
  const chains = once(() => new Map(cards.map(({ id, after }) => [id, after])))
  return {
    ...title,
    cards: ids,
    size: ids.length,
    digest: digestIds(ids),
    after: (card) => chains().get(card) ?? [],
  }
}

/** A deck without its cards. */
export function titleOf({ name, title, group, path, beyond, weight }: DeckTitle): DeckTitle {
  return { name, title, group, path, beyond, weight }
}

export function textsOf(cards: readonly Card[]): ReadonlyMap<CardId, Card> {
  return new Map(cards.map((card) => [card.id, card]))
}
