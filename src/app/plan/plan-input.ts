import type { ListedDeck } from '../../core/card.ts'
import { type CardState, UNSEEN_CARD } from '../../core/card-state.ts'
import { type Moment, type StudyDay, studyDayOf } from '../../core/day.ts'
import { totalsOfDays } from '../../core/day-totals.ts'
import type { CardId } from '../../core/ids.ts'
import { cardMinutesOf } from '../../core/minutes-a-day.ts'
import { orderNewCards } from '../../core/order-new-cards.ts'
import type { PlanInput } from '../../core/plan/make-plan.ts'
import type { PlannedItem } from '../../core/plan/policy.ts'
import type { Deps } from '../deps.ts'
import { knownCards } from '../known-cards.ts'
import { openDecks, topicsIn } from '../named-decks.ts'
import { decksOfPlan } from './decks-of-plan.ts'
import type { KeptPlan } from './kept-plan.ts'
import { plannedExercises } from './planned-exercises.ts'
import { plannedMemory } from './planned-memory.ts'

/** How the learner stands this morning. */
export function planInput(deps: Deps, plan: KeptPlan, now: Moment): PlanInput {
  const today = studyDayOf(now)
  const { cards, exercises } = deps.store.parameters()
  const spent = deps.store.history.totalsOn(today).durationMs / 60_000
  return {
    cards: {
      today,
      interview: plan.interview,
      parameters: cards,
      items: plannedCards(deps, plan, today),
      minutesOn: (day) => (day === today ? Math.max(0, plan.minutes - spent) : plan.minutes),
    },
    exercises: { parameters: exercises, items: plannedExercises(deps, plan, now) },
  }
}

/** All that was seen of the plan's decks, and what is new of those that give new cards; no suspended one. */
function plannedCards(deps: Deps, { topics }: KeptPlan, today: StudyDay): readonly PlannedItem[] {
  const states = deps.store.cards()
  const decks = decksOfPlan(deps, topics)
  const orders = newOrder(deps, openDecks(deps, decks, topics), states)
  const minutes = minutesOfCards(deps, today)
  const itemOf = (id: CardId, topic: string): readonly PlannedItem[] => {
    const { memory, suspended } = states.get(id) ?? UNSEEN_CARD
    const order = orders.get(id)
    if (memory.kind !== 'new')
      return suspended
        ? []
        : [{ id, topic, order: 0, minutes, weight: 1, memory: plannedMemory(memory, today) }]
    return order === undefined ? [] : [{ id, topic, order, minutes, weight: 1 }]
  }
  return decks.flatMap(({ name, cards }) => cards.flatMap((id) => itemOf(id, name)))
}

/** Where the new cards stand, as days without a plan ask them. */
function newOrder(
  deps: Deps,
  decks: readonly ListedDeck[],
  states: ReadonlyMap<CardId, CardState>,
): ReadonlyMap<CardId, number> {
  const members = new Set(decks.flatMap(({ cards }) => cards))
  const isWaiting = (card: CardId): boolean => {
    const { memory, suspended } = states.get(card) ?? UNSEEN_CARD
    return members.has(card) && memory.kind === 'new' && !suspended
  }
  const { others } = orderNewCards({
    topics: topicsIn(deps, decks, knownCards(deps)),
    deckOf: deps.content.cards.deckOf,
    needed: [],
    isWaiting,
    take: () => undefined,
    count: Number.POSITIVE_INFINITY,
  })
  return new Map(others.map((card, at) => [card, at]))
}

/** How long a card takes is told from so many days. */
const PACE_DAYS = 90

function minutesOfCards({ store }: Deps, today: StudyDay): PlannedItem['minutes'] {
  const days = store.history.studiedDays().filter(({ day }) => day > today - PACE_DAYS)
  const { fresh, due } = cardMinutesOf(totalsOfDays(days))
  return { first: fresh, again: due }
}
