import type { Assignment } from '../core/assign-exercise.ts'
import type { ListedDeck } from '../core/card.ts'
import { type Instant, type Moment, studyDayOf } from '../core/day.ts'
import type { DayLimits } from '../core/day-limits.ts'
import type { CardId } from '../core/ids.ts'
import { buildQueue, mainOrder, type Queue } from '../core/queue.ts'
import { idsIn } from './deck-cards.ts'
import type { Deps } from './deps.ts'
import { exerciseOfToday } from './exercise-of-today.ts'
import { type KnownCards, knownCards } from './known-cards.ts'
import { limitsOfDay } from './limits-of-day.ts'
import { decksCalled, openDecks, topicsIn } from './named-decks.ts'

export interface QueueOptions {
  /** Names of decks or groups; empty: every deck. */
  readonly decks: readonly string[]
  /** Instead of the setting, for this session. */
  readonly newCards: number | undefined
  /** Instead of what is due: the cards that this exercise needs. */
  readonly exercise?: string | undefined
}

export const WHOLE_QUEUE: QueueOptions = { decks: [], newCards: undefined }

/** What one read of the store gives for a queue; a summary has it anyway. */
export interface QueueBasis {
  readonly known: KnownCards
  readonly exercise: Assignment | undefined
  /** Of the queue's day, with the new cards that its options say. */
  readonly limits: DayLimits
}

/** What today asks for, counted over all decks also where only some are shown. */
export function todayQueue(
  deps: Deps,
  options: QueueOptions,
  now: Moment,
  { known, exercise, limits }: QueueBasis = basisOf(deps, options, now),
): Queue {
  const { decks: names } = options
  const { cards, decks: all } = deps.content
  const decks = decksCalled(deps, names)
  const members = names.length === 0 ? undefined : membersOf(decks)
  // What is on steps, and what a failed attempt brought back, is asked also where a plan has chosen the rest.
  const agenda = deps.store.agenda(studyDayOf(now))
  const open = new Set(limits.only ? decks : openDecks(deps, decks, names))
  const isOurs = ({ card }: { readonly card: CardId }) => (members ?? known.isThere)(card)
  return buildQueue({
    topics: topicsIn(
      deps,
      known.open.filter((deck) => open.has(deck)),
      known,
    ),
    deckOf: cards.deckOf,
    isSeen: known.isSeen,
    has: members ?? cards.has,
    isOpen: (card) =>
      (open.size === all.length || isAmong(open, cards.deckOf(card))) && (limits.only?.has(card) ?? true),
    needed: exercise?.missing ?? [],
    agenda: {
      ...agenda,
      learning: agenda.learning.filter(isOurs),
      due: (limits.again ?? agenda.due).filter(isOurs),
    },
    limits,
  })
}

function basisOf(deps: Deps, { newCards }: QueueOptions, now: Moment): QueueBasis {
  return {
    known: knownCards(deps),
    exercise: exerciseOfToday(deps, now),
    limits: limitsOfDay(deps, now, newCards),
  }
}

function membersOf(decks: readonly ListedDeck[]): (card: CardId) => boolean {
  const members = idsIn(decks)
  return (card) => members.has(card)
}

function isAmong(decks: ReadonlySet<ListedDeck>, deck: ListedDeck | undefined): boolean {
  return deck !== undefined && decks.has(deck)
}

/** A line of the queue, for what has no screen. */
export interface QueueLine {
  readonly card: CardId
  readonly deck: string
  readonly kind: 'recalled' | 'learning' | 'review' | 'new'
  /** When a card on steps of minutes is due. */
  readonly due?: Instant
}

/** The queue in the order in which a session asks it, or its first `limit` cards. */
export function listQueue({ content }: Deps, queue: Queue, limit?: number): readonly QueueLine[] {
  const recalled = new Set(queue.recalled)
  const fresh = new Set(queue.fresh)
  const kindOf = (card: CardId): QueueLine['kind'] =>
    recalled.has(card) ? 'recalled' : fresh.has(card) ? 'new' : 'review'
  const lines: readonly Omit<QueueLine, 'deck'>[] = [
    ...queue.learning.map(({ card, due }) => ({ card, kind: 'learning', due }) as const),
    ...mainOrder(queue).map((card) => ({ card, kind: kindOf(card) })),
  ]
  return lines.slice(0, limit).map((line) => ({ ...line, deck: content.cards.deckOf(line.card)?.name ?? '' }))
}
