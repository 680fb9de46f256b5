import type { KeptBackCard } from '../../app/list-kept-back.ts'
import { dateOf } from '../../core/day.ts'
import type { SeenMemory } from '../../core/memory.ts'
import type { Rating } from '../../core/rating.ts'

/** What `review answer --json` prints. A card on steps of minutes is due at an instant, any other on a day. */
export function answerFields(card: string, rating: Rating, memory: SeenMemory): object {
  return { card, rating, due: memory.kind === 'review' ? dateOf(memory.dueDay) : memory.due }
}

/** What `review suspend --json` prints. */
export function suspensionFields(card: string, suspended: boolean): object {
  return { card, suspended }
}

/** What `review suspended --json` prints. */
export function keptBackFields(cards: readonly KeptBackCard[]): object {
  return { cards: cards.map(({ id, suspended, leech, lapses }) => ({ card: id, suspended, leech, lapses })) }
}
