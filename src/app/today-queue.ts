import type { Assignment } from '../core/assign-exercise.ts'
import type { ListedDeck } from '../core/card.ts'
import { type Instant, type Moment, type StudyDay, studyDayOf } from '../core/day.ts'
import { type DayLimits, limitsFor } from '../core/day-limits.ts'
import { spentOf } from '../core/day-totals.ts'
import type { CardId } from '../core/ids.ts'
import { type Agenda, buildQueue, mainOrder, type Queue } from '../core/queue.ts'
import { type Deps, schedulersIn } from './deps.ts'
import { exerciseOfToday } from './exercise-of-today.ts'
import { type KnownCards, knownCards } from './known-cards.ts'
import { limitsOfDay } from './limits-of-day.ts'
import { decksCalled, openDecks, topicsIn } from './named-decks.ts'
import { type PlannedCards, plannedCardsLeft } from './plan/planned-today.ts'

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
}

/** What today asks for, counted over all decks also where only some are shown. */
export function todayQueue(
  deps: Deps,
  { decks: names, newCards }: QueueOptions,
  now: Moment,
  { known, exercise }: QueueBasis = basisOf(deps, now),
): Queue {
  const day = studyDayOf(now)
  const { cards, decks: all } = deps.content
  const decks = decksCalled(deps, names)
  const members = names.length === 0 ? undefined : membersOf(decks)
  const planned = plannedCardsLeft(deps, now)
  const agenda = agendaOf(deps, day, planned)
  const limits = queueLimits(deps, day, newCards, planned)
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
    agenda: { ...agenda, learning: agenda.learning.filter(isOurs), due: agenda.due.filter(isOurs) },
    doneToday: spentOf(deps.store.history.totalsOn(day)),
    limits,
  })
}

/** A plan's cards instead of what is due; what is on steps, and what a failed attempt brought back, is asked in any case. */
function agendaOf({ store }: Deps, day: StudyDay, planned: PlannedCards | undefined): Agenda {
  const agenda = store.agenda(day)
  if (planned === undefined) return agenda
  return { ...agenda, due: planned.again }
}

/** `only` is what may be new, where a plan has chosen it and the learner wants no more. */
function queueLimits(
  deps: Deps,
  day: StudyDay,
  newCards: number | undefined,
  planned: PlannedCards | undefined,
): DayLimits & { readonly only: ReadonlySet<CardId> | undefined } {
  const own = limitsOfDay(deps, day, planned)
  const limits = limitsFor({
    limits: own,
    texts: deps.store.settings(),
    newCards,
    day,
    scheduler: schedulersIn(deps).cards,
    isPlanned: planned !== undefined,
  })
  const isAsPlanned = newCards === undefined && limits.newCards === own.newCards
  return { ...limits, only: isAsPlanned ? planned?.fresh : undefined }
}

function basisOf(deps: Deps, now: Moment): QueueBasis {
  return { known: knownCards(deps), exercise: exerciseOfToday(deps, now) }
}

function membersOf(decks: readonly ListedDeck[]): (card: CardId) => boolean {
  const members = new Set(decks.flatMap(({ cards }) => cards))
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
