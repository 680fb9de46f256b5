import type { Instant } from './day.ts'
import type { DayLimits, DueCard } from './day-limits.ts'
import type { CardId } from './ids.ts'
import { type NewCardsInput, orderNewCards } from './order-new-cards.ts'
import { createSiblings } from './siblings.ts'

/** What a day asks for, each part in its order. No two cards of one note on the same day. */
export interface Queue {
  /** Brought back by the diagnosis of a failed attempt. */
  readonly recalled: readonly CardId[]
  /** On steps of minutes, by the time at which they are due; some may be due later. */
  readonly learning: readonly LearningCard[]
  /** The relatively most overdue first. */
  readonly reviews: readonly CardId[]
  readonly fresh: readonly CardId[]
  /** Of the reviews and the new cards those that today's exercise needs: they are asked before the others. */
  readonly needed: readonly CardId[]
}

export interface LearningCard {
  readonly card: CardId
  readonly due: Instant
}

/**
 * What is known of the cards on a day. Suspended ones, and those buried on it, are not among `learning`,
 * `due` and `recalls`.
 */
export interface Agenda {
  readonly learning: readonly LearningCard[]
  readonly due: readonly DueCard[]
  /** Asked for by the diagnosis of a failed attempt until that day, and not reviewed since. */
  readonly recalls: readonly CardId[]
  /** Reviewed on the day itself. */
  readonly reviewed: readonly CardId[]
  /** Never reviewed, and not to be shown. */
  readonly hidden: ReadonlySet<CardId>
}

export interface QueueInput extends Pick<NewCardsInput, 'topics' | 'deckOf'> {
  /** Whether a card that there is was ever reviewed. */
  readonly isSeen: (card: CardId) => boolean
  /** Whether the card is among those that are asked about. */
  readonly has: (card: CardId) => boolean
  /** Whether its deck gives new cards. */
  readonly isOpen: (card: CardId) => boolean
  /** The cards that today's exercise needs and that are not stable. */
  readonly needed: readonly CardId[]
  /** Its cards that are on steps or due are all among those. */
  readonly agenda: Agenda
  readonly limits: DayLimits
}

export function buildQueue(input: QueueInput): Queue {
  const { isSeen, has, isOpen, agenda, limits } = input
  const recalls = new Set(agenda.recalls.filter(has))
  const learning = agenda.learning.filter(({ card }) => !recalls.has(card))

  const siblings = createSiblings([...agenda.reviewed, ...recalls, ...learning.map(({ card }) => card)])
  const needed = new Set(input.needed)
  const due = agenda.due.filter(({ card }) => !recalls.has(card))
  const reviews = neededFirst(limits.order(due), needed)
    .filter(({ card }) => siblings.take(card))
    .slice(0, Math.max(0, limits.reviews - limits.done.reviews))
    .map(({ card }) => card)
  const unseenRecalls = [...recalls].filter((card) => !isSeen(card)).length
  const fresh = orderNewCards({
    ...input,
    isWaiting: (card) =>
      has(card) &&
      isOpen(card) &&
      !isSeen(card) &&
      !agenda.hidden.has(card) &&
      !recalls.has(card) &&
      siblings.isFree(card),
    take: siblings.take,
    count: Math.max(0, limits.newCards - limits.done.newCards - unseenRecalls),
  })
  return {
    recalled: [...recalls],
    learning: learning.toSorted((one, other) => one.due - other.due),
    reviews,
    fresh: [...fresh.needed, ...fresh.others],
    needed: [...reviews.filter((card) => needed.has(card)), ...fresh.needed],
  }
}

function neededFirst(due: readonly DueCard[], needed: ReadonlySet<CardId>): readonly DueCard[] {
  return due.toSorted((one, other) => Number(needed.has(other.card)) - Number(needed.has(one.card)))
}

/**
 * New cards spread evenly among the reviews, behind what a failed attempt brought back and what today's
 * exercise needs.
 */
export function mainOrder({ recalled, reviews, fresh, needed }: Queue): readonly CardId[] {
  const first = new Set(needed)
  const isLater = (card: CardId) => !first.has(card)
  return [...recalled, ...needed, ...spreadEvenly(fresh.filter(isLater), reviews.filter(isLater))]
}

function spreadEvenly(fresh: readonly CardId[], reviews: readonly CardId[]): readonly CardId[] {
  const total = reviews.length + fresh.length
  const mixed: CardId[] = []
  let placed = 0
  for (let at = 0; at < total; at++) {
    const wanted = Math.round(((at + 1) * fresh.length) / total)
    const next = placed < wanted ? fresh[placed] : reviews[at - placed]
    if (next !== undefined) mixed.push(next)
    if (placed < wanted) placed++
  }
  return mixed
}
