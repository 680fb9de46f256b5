import { dayOfDate, type StudyDay } from '../../core/day.ts'
import { type PlanWish, planIn } from '../../core/plan/plan-setting.ts'
import { type Deps, settingsIn } from '../deps.ts'

export interface KeptPlan extends PlanWish {
  readonly interview: StudyDay
}

/** Beyond it a plan says nothing that usual scheduling does not do as well. */
export const LONGEST_PLAN_DAYS = 365

/** The plan that the learner made, whenever its date is. */
export function keptPlan(deps: Deps): KeptPlan | undefined {
  const wish = planIn(deps.store.settings())
  const interview = dayOfDate(settingsIn(deps).interview)
  return wish === undefined || interview === undefined ? undefined : { ...wish, interview }
}

/** Undefined on the date and behind it: then cards come as they did before. */
export function planInForce(deps: Deps, today: StudyDay): KeptPlan | undefined {
  const plan = keptPlan(deps)
  if (plan === undefined) return undefined
  const left = plan.interview - today
  return left >= 1 && left <= LONGEST_PLAN_DAYS ? plan : undefined
}
