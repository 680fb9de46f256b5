import type { ListedDeck } from './card.ts'
import type { Instant } from './day.ts'
import type { DayLimits, DueMemory } from './day-limits.ts'
import { type CardId, noteOf } from './ids.ts'
import { orderNewCards } from './order-new-cards.ts'

/** What a day asks for, each part in its order. No two cards of one note on the same day. */
export interface Queue {
  /** Brought back by the diagnosis of a failed attempt. */
  readonly recalled: readonly CardId[]
  /** On steps of minutes, by the time at which they are due; some may be due later. */
  readonly learning: readonly LearningCard[]
  /** The relatively most overdue first. */
  readonly reviews: readonly CardId[]
  readonly fresh: readonly CardId[]
}

export interface LearningCard {
  readonly card: CardId
  readonly due: Instant
}

/** What is known of the cards on a day. Suspended ones, and those buried on it, are not among `learning`, `due` and `recalls`. */
export interface Agenda {
  readonly learning: readonly LearningCard[]
  readonly due: readonly DueCard[]
  /** Asked for by the diagnosis of a failed attempt of that day, and not reviewed since. */
  readonly recalls: readonly CardId[]
  /** Reviewed on the day itself. */
  readonly reviewed: readonly CardId[]
  /** Never reviewed, and not to be shown. */
  readonly hidden: ReadonlySet<CardId>
}

export interface DueCard extends DueMemory {
  readonly card: CardId
}

export interface QueueInput {
  readonly decks: readonly ListedDeck[]
  /** Whether a card of theirs was ever reviewed. */
  readonly isSeen: (card: CardId) => boolean
  /** Whether one of these decks, or of those without new cards, has the card. */
  readonly has: (card: CardId) => boolean
  /** Its cards that are on steps or due are all of these decks. */
  readonly agenda: Agenda
  /** Of all decks. */
  readonly doneToday: Pick<DayLimits, 'newCards' | 'reviews'>
  readonly limits: DayLimits
}

export function buildQueue({ decks, isSeen, has, agenda, doneToday, limits }: QueueInput): Queue {
  const recalls = new Set(agenda.recalls.filter(has))
  const learning = agenda.learning.filter(({ card }) => !recalls.has(card))

  const siblings = createSiblings([...agenda.reviewed, ...recalls, ...learning.map(({ card }) => card)])
  const due = agenda.due.filter(({ card }) => !recalls.has(card))
  const reviews = limits.order(due).filter(({ card }) => siblings.take(card))
  const isFresh = (card: CardId) =>
    !isSeen(card) && !agenda.hidden.has(card) && !recalls.has(card) && siblings.isFree(card)
  const fresh = orderNewCards(
    decks.map(({ cards, after }) => ({ cards: freshOf(cards, isFresh, siblings.take), after })),
    (card) => isFresh(card) && has(card),
    Math.max(0, limits.newCards - doneToday.newCards),
  )
  return {
    recalled: [...recalls],
    learning: learning.toSorted((one, other) => one.due - other.due),
    reviews: reviews.slice(0, Math.max(0, limits.reviews - doneToday.reviews)).map(({ card }) => card),
    fresh,
  }
}

/** One card of each note, as it is asked for: a large collection has many more than a day wants. */
function* freshOf(
  cards: readonly CardId[],
  isFresh: (card: CardId) => boolean,
  take: (card: CardId) => boolean,
): Iterable<CardId> {
  for (const card of cards) if (isFresh(card) && take(card)) yield card
}

/** Lets one card of a note through a day; a note of which another card was reviewed or is asked today waits for tomorrow. */
function createSiblings(asked: readonly CardId[]) {
  const taken = new Map<string, CardId>()
  const isFree = (card: CardId): boolean => (taken.get(noteOf(card)) ?? card) === card
  const take = (card: CardId): boolean => {
    const free = isFree(card)
    if (free) taken.set(noteOf(card), card)
    return free
  }
  for (const card of asked) take(card)
  return { isFree, take }
}

/** New cards spread evenly among the reviews, behind what a failed attempt brought back. */
export function mainOrder({ recalled, reviews, fresh }: Queue): readonly CardId[] {
  const total = reviews.length + fresh.length
  const mixed: CardId[] = []
  let placed = 0
  for (let at = 0; at < total; at++) {
    const wanted = Math.round(((at + 1) * fresh.length) / total)
    const next = placed < wanted ? fresh[placed] : reviews[at - placed]
    if (next !== undefined) mixed.push(next)
    if (placed < wanted) placed++
  }
  return [...recalled, ...mixed]
}
