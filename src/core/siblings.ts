import { type CardId, familyOf } from './ids.ts'

/**
 * Lets one card of a family through a day; one of which another card was reviewed or is asked today waits for
 * tomorrow.
 */
export function createSiblings(asked: readonly CardId[]) {
  const taken = new Map<string, CardId>()
  const isFree = (card: CardId): boolean => (taken.get(familyOf(card)) ?? card) === card
  const take = (card: CardId): boolean => {
    const free = isFree(card)
    if (free) taken.set(familyOf(card), card)
    return free
  }
  for (const card of asked) take(card)
  return { isFree, take }
}
