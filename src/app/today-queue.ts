import type { ListedDeck } from '../core/card.ts'
import { type Instant, type Moment, studyDayOf } from '../core/day.ts'
import { limitsFor } from '../core/day-limits.ts'
import type { CardId } from '../core/ids.ts'
import { chooseOf, Problem } from '../core/problem.ts'
import { buildQueue, mainOrder, type Queue } from '../core/queue.ts'
import { type Deps, schedulersIn, settingsIn } from './deps.ts'
import { type KnownCards, knownCards } from './known-cards.ts'

export interface QueueOptions {
  /** A deck's name or a group's; undefined: every deck. */
  readonly deck: string | undefined
  /** Instead of the setting, for this session. */
  readonly newCards: number | undefined
}

export const WHOLE_QUEUE: QueueOptions = { deck: undefined, newCards: undefined }

/** What today asks for, counted over all decks also where only one is shown. */
export function todayQueue(
  deps: Deps,
  { deck, newCards }: QueueOptions,
  now: Moment,
  known: KnownCards = knownCards(deps),
): Queue {
  const day = studyDayOf(now)
  const { fresh, young, mature } = deps.store.history.totalsOn(day)
  const members = deck === undefined ? undefined : membersOf(decksCalled(deps, deck))
  const agenda = deps.store.agenda(day)
  const isOurs = ({ card }: { readonly card: CardId }) => (members ?? known.isThere)(card)
  return buildQueue({
    decks: members ? decksCalled(deps, deck) : known.open,
    isSeen: known.isSeen,
    has: members ?? deps.content.cards.has,
    agenda: { ...agenda, learning: agenda.learning.filter(isOurs), due: agenda.due.filter(isOurs) },
    doneToday: { newCards: fresh, reviews: young + mature },
    limits: limitsFor({ settings: settingsIn(deps), newCards, day, scheduler: schedulersIn(deps).cards }),
  })
}

/** @throws Problem when no deck and no group has the name */
export function decksCalled({ content }: Deps, name: string | undefined): readonly ListedDeck[] {
  const decks = name === undefined ? content.decks : content.decks.filter((deck) => isCalled(deck, name))
  if (decks.length === 0 && name !== undefined) {
    const names = [...new Set(content.decks.flatMap((deck) => [deck.group, deck.name]))].sort()
    throw new Problem(
      { en: `There is no deck "${name}".`, zh: `没有名为“${name}”的卡组。` },
      { remedy: chooseOf(names) },
    )
  }
  return decks
}

function membersOf(decks: readonly ListedDeck[]): (card: CardId) => boolean {
  const members = new Set(decks.flatMap(({ cards }) => cards))
  return (card) => members.has(card)
}

function isCalled(deck: ListedDeck, name: string): boolean {
  return deck.name === name || deck.group === name
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
  return lines.slice(0, limit).map((line) => ({ ...line, deck: content.cards.deckOf(line.card) ?? '' }))
}
