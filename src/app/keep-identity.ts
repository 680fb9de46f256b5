import { isDerived } from '../content/derive-id.ts'
import type { Card } from '../core/card.ts'
import { promptKey, promptOf } from '../core/known-prompt.ts'
import { LONGEST_SETTING } from '../core/settings.ts'
import { type Deps, settingsIn } from './deps.ts'
import { isOwnDeck, nameOwnNote } from './own-note.ts'

/**
 * A card of the learner's own without a written id goes by its text: a typo mended would make it another,
 * without a history. Once it was answered, suspended or flagged its id is therefore written into its deck;
 * where that may not or cannot be, what it asked is kept, by which `doctor` knows it again.
 */
export function keepIdentity(deps: Deps, card: Card): void {
  const deck = isDerived(card.note) ? deps.content.cards.deckOf(card.id) : undefined
  if (deck === undefined || !isOwnDeck(deps, deck)) return
  const mayWrite = settingsIn(deps)['write-ids'] === 'yes'
  if (mayWrite && nameOwnNote(deck.path, card.note).kind !== 'refused') return
  const key = promptKey(card.id)
  const prompt = promptOf(card)
  if (key.length > LONGEST_SETTING || deps.store.settings().get(key) === prompt) return
  deps.store.configure(key, prompt, deps.now())
}
