import { join } from 'node:path'
import { type Moment, type StudyDay, studyDayOf } from '../../core/day.ts'
import type { CardId } from '../../core/ids.ts'
import { type InterviewPlan, makePlan } from '../../core/plan/make-plan.ts'
import { takeWithin } from '../../core/plan/take-within.ts'
import { createSiblings } from '../../core/siblings.ts'
import { isOfTopic } from '../../core/topic.ts'
import { jsonIn } from '../../disk/json-in.ts'
import { replaceFile } from '../../disk/replace-file.ts'
import type { Deps } from '../deps.ts'
import { type KeptPlan, planInForce } from './kept-plan.ts'
import { planInput } from './plan-input.ts'

/** The plan as it was made this morning, and the cards that it wants today, in their order. */
export interface PlanOfDay extends InterviewPlan {
  readonly cards: readonly CardId[]
  /** How many of them are new. */
  readonly fresh: number
}

/**
 * Made once a day from the state that the day finds, and kept in the cache until the plan or the parameters
 * become others: what today asks does not move while it is answered. Undefined without a plan whose date is
 * to come.
 */
export function planOfDay(deps: Deps, now: Moment): PlanOfDay | undefined {
  const day = studyDayOf(now)
  const plan = planInForce(deps, day)
  if (plan === undefined) return undefined
  const basis = basisOf(deps, plan, day)
  const kept = keptIn(placeOf(deps))
  if (kept?.basis === basis) return kept.plan
  const made = makeFor(deps, plan, now)
  replaceFile(placeOf(deps), Buffer.from(JSON.stringify({ basis, plan: made } satisfies BasedPlan)))
  return made
}

function makeFor(deps: Deps, plan: KeptPlan, now: Moment): PlanOfDay {
  const input = planInput(deps, plan, now)
  const made = makePlan(input)
  const items = new Map(input.cards.items.map((item) => [item.id, item]))
  const siblings = createSiblings(askedAnyway(deps, now))
  const inOrder = made.order.flatMap((id) => {
    const item = items.get(id)
    return item !== undefined && siblings.take(id as CardId) ? [item] : []
  })
  const taken = takeWithin(inOrder, made.cardMinutes)
  const fresh = taken.filter(({ memory }) => memory === undefined).length
  return { ...made, fresh, cards: taken.map(({ id }) => id as CardId) }
}

/** What was answered before the plan was made, and what the day asks whatever is planned. */
function askedAnyway({ store }: Deps, now: Moment): readonly CardId[] {
  const { reviewed, recalls, learning } = store.agenda(studyDayOf(now))
  return [...reviewed, ...recalls, ...learning.map(({ card }) => card)]
}

interface BasedPlan {
  readonly basis: string
  readonly plan: PlanOfDay
}

/** Whether the plan of this day has still to be made, which takes a moment. */
export function isPlanDue(deps: Deps, now: Moment): boolean {
  const day = studyDayOf(now)
  const plan = planInForce(deps, day)
  return plan !== undefined && keptIn(placeOf(deps))?.basis !== basisOf(deps, plan, day)
}

/** Of another basis, or of another make, it is no plan for today. */
const MAKE = 1

/** What the learner can change of a plan while its day lasts, but for answers. */
function basisOf({ store, content }: Deps, plan: KeptPlan, day: StudyDay): string {
  const settings = [...store.settings()].filter(([key]) => key === 'easy-days' || isOfTopic(key))
  const counts = [content.cards.size, content.exercises.size, store.suspendedNew().length]
  return JSON.stringify([MAKE, day, plan, store.parameters(), settings.sort(), counts])
}

function keptIn(path: string): BasedPlan | undefined {
  return jsonIn(path) as BasedPlan | undefined
}

function placeOf({ folders }: Deps): string {
  return join(folders.cache, 'plan-of-day.json')
}
