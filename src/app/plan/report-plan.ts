import { studyDayOf } from '../../core/day.ts'
import type { CardId } from '../../core/ids.ts'
import { type Text, verbatim } from '../../core/locale.ts'
import type { TopicForecast } from '../../core/plan/make-plan.ts'
import { type Shortfall, shortfallOf } from '../../core/plan/shortfall.ts'
import type { Deps } from '../deps.ts'
import { type KeptPlan, keptPlan, planInForce } from './kept-plan.ts'
import { planInput } from './plan-input.ts'
import { type PlanOfDay, planOfDay } from './plan-of-day.ts'

export type PlanReport =
  | { readonly kind: 'none' }
  /** Its date has come, or was moved so far away that nothing is planned yet. */
  | { readonly kind: 'over' | 'far'; readonly plan: KeptPlan }
  | {
      readonly kind: 'on'
      readonly plan: KeptPlan
      readonly ofDay: PlanOfDay
      readonly topics: readonly PlannedTopic[]
    }

/** The weakest first. */
export interface PlannedTopic extends TopicForecast {
  readonly title: Text
  /** Its new cards that are not reached. */
  readonly leftOut: number
}

/** The plan as this morning made it. */
export function reportPlan(deps: Deps): PlanReport {
  const now = deps.now()
  const plan = planInForce(deps, studyDayOf(now))
  const ofDay = planOfDay(deps, now)
  if (plan === undefined || ofDay === undefined) return withoutPlan(deps)
  return { kind: 'on', plan, ofDay, topics: topicsOf(deps, ofDay) }
}

/**
 * What would let every new card be begun, which costs as much as ten plans to find out. Undefined where the
 * minutes are enough.
 */
export function adviceOn(deps: Deps, report: PlanReport): Shortfall | undefined {
  if (report.kind !== 'on') return undefined
  return shortfallOf(planInput(deps, report.plan, deps.now()), report.ofDay)
}

function topicsOf({ content }: Deps, { topics, leftOut }: PlanOfDay): readonly PlannedTopic[] {
  const titles = new Map(content.decks.map(({ name, title }) => [name, title]))
  const left = Map.groupBy(leftOut, (id) => content.cards.deckOf(id as CardId)?.name)
  return topics.map((topic) => ({
    ...topic,
    title: titles.get(topic.topic) ?? verbatim(topic.topic),
    leftOut: left.get(topic.topic)?.length ?? 0,
  }))
}

function withoutPlan(deps: Deps): PlanReport {
  const plan = keptPlan(deps)
  if (plan === undefined) return { kind: 'none' }
  return { kind: plan.interview > studyDayOf(deps.now()) ? 'far' : 'over', plan }
}
