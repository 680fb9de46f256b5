import { isDerived } from '../content/derive-id.ts'
import { nearestText } from '../content/nearest-text.ts'
import type { Card, ListedDeck } from '../core/card.ts'
import type { StudyDay } from '../core/day.ts'
import { type CardId, noteOf } from '../core/ids.ts'
import { knownPrompts, promptOf } from '../core/known-prompt.ts'
import type { Deps } from './deps.ts'
import { isOwnDeck } from './own-note.ts'

/**
 * Reviews of a card that no deck has any more: it was taken out, or its text was edited and no id told that
 * it is the same.
 */
export interface LostHistory {
  readonly card: CardId
  readonly reviews: number
  readonly lastDay: StudyDay
  /** What it asked, where that was kept. */
  readonly prompt: string | undefined
  /** The card that it may have become, with the path of its deck. */
  readonly likely: { readonly card: Card; readonly path: string } | undefined
}

/** All of them, by their ids. */
export function findLost(deps: Deps): readonly LostHistory[] {
  return historiesOf(deps, [...deps.store.memories.lasting().keys()].sort())
}

/** Those of which what they asked stands in another card now. Costs nothing where every card has an id. */
export function findEdited(deps: Deps): readonly LostHistory[] {
  return historiesOf(deps, [...knownPrompts(deps.store.settings()).keys()]).filter(
    ({ likely }) => likely !== undefined,
  )
}

function historiesOf(deps: Deps, ids: readonly CardId[]): readonly LostHistory[] {
  const lost = ids.filter((id) => !deps.content.cards.has(id))
  if (lost.length === 0) return []
  const prompts = knownPrompts(deps.store.settings())
  const unnamed = unnamedCards(deps)
  return lost.flatMap((card): readonly LostHistory[] => {
    const { memory } = deps.store.card(card)
    if (memory.kind === 'new') return []
    const prompt = prompts.get(card)
    const likely = prompt && nearestText(prompt, unnamed, (one) => promptOf(one.card))
    return [{ card, reviews: memory.reps, lastDay: memory.lastDay, prompt, likely: likely || undefined }]
  })
}

/** Cards of the learner's own that go by their text, the first of each note. */
function unnamedCards(deps: Deps): readonly { readonly card: Card; readonly path: string }[] {
  const { decks, cards } = deps.content
  const cardsOf = (deck: ListedDeck) => deck.cards.filter(isUnnamed).flatMap((id) => cards.get(id) ?? [])
  return decks
    .filter((deck) => isOwnDeck(deps, deck))
    .flatMap((deck) => cardsOf(deck).map((card) => ({ card, path: deck.path })))
}

function isUnnamed(id: CardId): boolean {
  return id === noteOf(id) && isDerived(id)
}
