import { delayedAsKnown } from '../core/balance/delay-known.ts'
import { type Moment, studyDayOf } from '../core/day.ts'
import type { Exercise } from '../core/exercise.ts'
import type { Effect } from '../core/exercise-state.ts'
import type { CardPlacement } from '../store/create-store.ts'
import { type Deps, schedulersIn, settingsIn } from './deps.ts'

/** The cards that an exercise uses which was accepted at once, without a hint: each a day later. */
export function delaysOfKnown(
  deps: Deps,
  { prerequisites }: Exercise,
  effect: Effect,
  now: Moment,
): readonly CardPlacement[] {
  const isEvidence = effect.kind === 'rating' && (effect.rating === 'good' || effect.rating === 'easy')
  if (!isEvidence || settingsIn(deps)['balance-days'] === 'no') return []
  const { cards } = schedulersIn(deps)
  return prerequisites.flatMap((card) => {
    const delay = delayedAsKnown(deps.store.card(card).memory, studyDayOf(now), cards)
    return delay ? [{ card, ...delay }] : []
  })
}
