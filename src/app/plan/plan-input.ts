import { NO_EASY_DAYS, parseEasyDays, shareOf } from '../../core/balance/easy-days.ts'
import type { ListedDeck } from '../../core/card.ts'
import { type CardState, UNSEEN_CARD } from '../../core/card-state.ts'
import { MINUTE_MS, type Moment, type StudyDay, studyDayOf } from '../../core/day.ts'
import { totalsOfDays } from '../../core/day-totals.ts'
import type { CardId } from '../../core/ids.ts'
import { orderNewCards } from '../../core/order-new-cards.ts'
import type { PlannedItem } from '../../core/plan/policy.ts'
import type { PlanInput } from '../../core/plan/share-minutes.ts'
import { plannedMemory } from '../../core/planned-memory.ts'
import { idsIn } from '../deck-cards.ts'
import { type Deps, settingsIn } from '../deps.ts'
import { exercisesOfDay } from '../exercises-of-day.ts'
import { knownCards } from '../known-cards.ts'
import { minutesOfCards } from '../minutes-of-cards.ts'
import { openDecks, topicsIn } from '../named-decks.ts'
import { decksOfPlan } from './decks-of-plan.ts'
import type { KeptPlan } from './kept-plan.ts'
import { plannedExercises } from './planned-exercises.ts'

/** How the learner stands this morning. */
export function planInput(deps: Deps, plan: KeptPlan, now: Moment): PlanInput {
  const today = studyDayOf(now)
  const { cards, exercises } = deps.store.parameters()
  const { young, mature } = totalsOfDays(deps.store.history.studiedDays())
  return {
    cards: {
      today,
      interview: plan.interview,
      parameters: cards,
      items: plannedCards(deps, plan, today),
      minutesOn: minutesOfDays(deps, plan, today),
    },
    exercises: { parameters: exercises, items: plannedExercises(deps, plan, now) },
    reviews: young + mature,
  }
}

/** What an easy day leaves of them, and what was not spent yet of today's. */
function minutesOfDays(deps: Deps, { minutes }: KeptPlan, today: StudyDay): (day: StudyDay) => number {
  const easyDays = parseEasyDays(settingsIn(deps)['easy-days']) ?? NO_EASY_DAYS
  const cardMinutes = deps.store.history.totalsOn(today).durationMs / MINUTE_MS
  const spent = cardMinutes + exercisesOfDay(deps, today).spentMinutes
  return (day) => Math.max(0, minutes * shareOf(easyDays, day) - (day === today ? spent : 0))
}

/** All that was seen of the plan's decks, and what is new of those that give new cards; no suspended one. */
function plannedCards(deps: Deps, { topics }: KeptPlan, today: StudyDay): readonly PlannedItem[] {
  const states = deps.store.cards()
  const decks = decksOfPlan(deps, topics)
  const orders = newOrder(deps, openDecks(deps, decks, topics), states)
  const { fresh, due } = minutesOfCards(deps, today)
  const minutes = { first: fresh, again: due }
  const itemOf = (id: CardId, topic: string): readonly PlannedItem[] => {
    const { memory, suspended } = states.get(id) ?? UNSEEN_CARD
    const order = orders.get(id)
    if (memory.kind !== 'new')
      return suspended
        ? []
        : [{ id, topic, order: 0, minutes, weight: 1, memory: plannedMemory(memory, today) }]
    return order === undefined ? [] : [{ id, topic, order, minutes, weight: 1 }]
  }
  const items = decks.flatMap(({ name, cards }) => cards.flatMap((id) => itemOf(id, name)))
  return items.sort((one, other) => one.order - other.order)
}

/** Where the new cards stand, as days without a plan ask them. */
function newOrder(
  deps: Deps,
  decks: readonly ListedDeck[],
  states: ReadonlyMap<CardId, CardState>,
): ReadonlyMap<CardId, number> {
  const members = idsIn(decks)
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
