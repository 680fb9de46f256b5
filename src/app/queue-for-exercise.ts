import { isShownOn, isStable } from '../core/card-state.ts'
import { type Moment, studyDayOf } from '../core/day.ts'
import type { CardId } from '../core/ids.ts'
import { isOnSteps } from '../core/memory.ts'
import { orderNewCards } from '../core/order-new-cards.ts'
import type { Queue } from '../core/queue.ts'
import type { Deps } from './deps.ts'
import { findExercise } from './find-exercise.ts'

/**
 * The cards that an exercise needs and that are not stable: due or not unless they were reviewed today, and
 * new ones behind what they build on, however many the day has had.
 * @throws Problem when there is no such exercise
 */
export function queueForExercise(deps: Deps, id: string, now: Moment): Queue {
  const { content, store } = deps
  const day = studyDayOf(now)
  const isAskable = (card: CardId) => content.cards.has(card) && isShownOn(store.card(card), day)
  const isNew = (card: CardId) => store.card(card).memory.kind === 'new'
  const missing = findExercise(deps, id).prerequisites.filter(
    (card) => isAskable(card) && !isStable(store.card(card).memory),
  )
  const reviews = missing.filter((card) => {
    const { memory } = store.card(card)
    return memory.kind === 'review' && memory.lastDay !== day
  })
  const fresh = orderNewCards({
    topics: [],
    deckOf: content.cards.deckOf,
    needed: missing,
    isWaiting: (card) => isAskable(card) && isNew(card),
    take: () => undefined,
    count: Number.POSITIVE_INFINITY,
  }).needed
  const learning = missing.flatMap((card) => {
    const { memory } = store.card(card)
    return isOnSteps(memory) ? [{ card, due: memory.due }] : []
  })
  return {
    recalled: [],
    learning: learning.toSorted((one, other) => one.due - other.due),
    reviews,
    fresh,
    needed: [...reviews, ...fresh],
  }
}
