import type { DeckTitle, ListedDeck } from '../core/card.ts'
import { didYouMean } from '../core/did-you-mean.ts'
import type { Topic } from '../core/order-new-cards.ts'
import { Problem } from '../core/problem.ts'
import { rulesIn } from '../core/topic.ts'
import type { Deps } from './deps.ts'
import type { KnownCards } from './known-cards.ts'

/**
 * The decks of these names, which are of decks or of groups; without a name all.
 * @throws Problem for a name that is of neither
 */
export function decksCalled({ content }: Deps, names: readonly string[]): readonly ListedDeck[] {
  for (const name of names) {
    if (!content.decks.some((deck) => isCalled(deck, name))) throw unknownDeck(content.decks, name)
  }
  if (names.length === 0) return content.decks
  return content.decks.filter((deck) => names.some((name) => isCalled(deck, name)))
}

/** Those that give new cards: who names an excluded deck itself, and not only its group, means it. */
export function openDecks(
  { store }: Deps,
  decks: readonly ListedDeck[],
  names: readonly string[],
): readonly ListedDeck[] {
  const ruleOf = rulesIn(store.settings())
  return decks.filter((deck) => names.includes(deck.name) || ruleOf(deck).choice !== 'excluded')
}

export function topicsIn(
  { store }: Deps,
  decks: readonly ListedDeck[],
  { seenIn }: Pick<KnownCards, 'seenIn'>,
): readonly Topic[] {
  const ruleOf = rulesIn(store.settings())
  return decks.map((deck) => ({ deck, seen: seenIn(deck), ...ruleOf(deck) }))
}

export function isCalled(deck: DeckTitle, name: string): boolean {
  return deck.name === name || deck.group === name
}

function unknownDeck(decks: readonly DeckTitle[], name: string): Problem {
  const hint = didYouMean(name, [...new Set(decks.flatMap((deck) => [deck.name, deck.group]))])
  return new Problem(
    { en: `There is no deck "${name}"${hint.en}.`, zh: `没有名为“${name}”的卡组${hint.zh}。` },
    { remedy: { en: 'See `anneal topics` for their names.', zh: '名称见 `anneal topics`。' } },
  )
}
