import type { Card } from './card.ts'
import { type CardState, isShownOn, UNSEEN_CARD } from './card-state.ts'
import { type Instant, type Moment, type StudyDay, studyDayOf } from './day.ts'
import type { CardId } from './ids.ts'
import type { LearningMemory, Memory, Scheduler } from './memory.ts'
import { orderNewCards } from './order-new-cards.ts'
import { createRandom } from './random.ts'

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

export interface QueueInput {
  /** In the order of their decks. */
  readonly cards: readonly Card[]
  readonly states: ReadonlyMap<CardId, CardState>
  readonly reviewedToday: readonly { readonly card: CardId; readonly kindBefore: string }[]
  readonly recalls: readonly CardId[]
  readonly limits: QueueLimits
  readonly now: Moment
  readonly scheduler: Scheduler
}

/** For the whole day; what was done today counts. */
export interface QueueLimits {
  readonly newCards: number
  readonly reviews: number
}

export function buildQueue(input: QueueInput): Queue {
  const day = studyDayOf(input.now)
  const stateOf = (card: Card) => input.states.get(card.id) ?? UNSEEN_CARD
  const shown = input.cards.filter((card) => isShownOn(stateOf(card), day))
  const recalls = new Set(input.recalls)
  const recalled = shown.filter((card) => recalls.has(card.id))
  const learning = shown.flatMap((card) => {
    const { memory } = stateOf(card)
    return isLearning(memory) && !recalls.has(card.id) ? [{ card, due: memory.due }] : []
  })

  const siblings = createSiblings(input)
  for (const card of [...recalled, ...learning.map(({ card }) => card)]) siblings.take(card)
  const rest = shown.filter((card) => !recalls.has(card.id))
  const reviews = byOverdueness(dueReviews(rest, stateOf, day), day, input.scheduler)
    .filter(({ card }) => siblings.take(card))
    .map(({ card }) => card.id)
  const done = (kind: Memory['kind']) =>
    input.reviewedToday.filter(({ kindBefore }) => kindBefore === kind).length
  const fresh = orderNewCards(
    rest.filter((card) => stateOf(card).memory.kind === 'new' && siblings.take(card)),
    (id) => (input.states.get(id) ?? UNSEEN_CARD).memory.kind !== 'new',
    Math.max(0, input.limits.newCards - done('new')),
  )
  return {
    recalled: recalled.map((card) => card.id),
    learning: learning
      .map(({ card, due }) => ({ card: card.id, due }))
      .sort((one, other) => one.due - other.due),
    reviews: reviews.slice(0, Math.max(0, input.limits.reviews - done('review'))),
    fresh: fresh.map((card) => card.id),
  }
}

function isLearning(memory: Memory): memory is LearningMemory {
  return memory.kind === 'learning' || memory.kind === 'relearning'
}

interface Overdue {
  readonly card: Card
  readonly memory: Memory & { readonly kind: 'review' }
}

function dueReviews(
  cards: readonly Card[],
  stateOf: (card: Card) => CardState,
  day: StudyDay,
): readonly Overdue[] {
  return cards.flatMap((card) => {
    const { memory } = stateOf(card)
    return memory.kind === 'review' && memory.dueDay <= day ? [{ card, memory }] : []
  })
}

/** Shuffled by the day first, so that cards which are equally overdue are not asked deck by deck. */
function byOverdueness(due: readonly Overdue[], day: StudyDay, scheduler: Scheduler): readonly Overdue[] {
  const overdueness = ({ memory }: Overdue) => (day - memory.lastDay) / scheduler.idealIntervalDays(memory)
  return createRandom(`queue:${day}`)
    .shuffle(due)
    .sort((one, other) => overdueness(other) - overdueness(one))
}

/** Lets one card of a note through a day; a note of which another card was reviewed today waits for tomorrow. */
function createSiblings(input: QueueInput) {
  const noteOf = new Map(input.cards.map((card) => [card.id, card.note]))
  const taken = new Map<string, CardId>()
  for (const { card } of input.reviewedToday) taken.set(noteOf.get(card) ?? card, card)
  return {
    take: (card: Card): boolean => {
      const holder = taken.get(card.note)
      if (holder === undefined) taken.set(card.note, card.id)
      return holder === undefined || holder === card.id
    },
  }
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
