import { studyDayOf } from '../core/day.ts'
import { ALLOWED_NEW_CARDS, allowedOn, type DayLimits } from '../core/day-limits.ts'
import { spentOf } from '../core/day-totals.ts'
import { sum } from '../core/sum.ts'
import type { Deps } from './deps.ts'
import type { KnownCards } from './known-cards.ts'
import { decksCalled, openDecks } from './named-decks.ts'

/** The day's new cards over all decks, those of interviews not counted, and what is left of some. */
export interface NewCardsToday {
  readonly seen: number
  readonly limit: number
  /** Cards that may still be asked for the first time: of no excluded topic, and not suspended. */
  readonly unseen: number
}

/** @param names of decks or groups; empty: every deck */
export function newCardsToday(
  deps: Deps,
  known: KnownCards,
  { done, newCards }: DayLimits,
  names: readonly string[] = [],
): NewCardsToday {
  const { store, content } = deps
  const open = new Set(openDecks(deps, decksCalled(deps, names), names))
  const suspended = store.suspendedNew().filter((card) => {
    const deck = content.cards.deckOf(card)
    return deck !== undefined && open.has(deck)
  })
  const unseen = sum([...open].map((deck) => deck.size - known.seenIn(deck)))
  return {
    seen: done.newCards,
    limit: newCards,
    unseen: unseen - suspended.length,
  }
}

/** That is what the texts call it. */
export const MORE = 10

/** Ten new cards beyond those that today has had, in every session of the day. Durable when it returns. */
export function allowTenMore({ store, now }: Pick<Deps, 'store' | 'now'>): void {
  const moment = now()
  const day = studyDayOf(moment)
  const { newCards } = spentOf(store.history.totalsOn(day))
  store.configure(ALLOWED_NEW_CARDS, allowedOn(day, newCards + MORE), moment)
}
