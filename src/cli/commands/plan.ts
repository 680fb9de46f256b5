import { changePlan, endPlan } from '../../app/plan/change-plan.ts'
import { reportPlan } from '../../app/plan/report-plan.ts'
import { dayIn, studyDayOf } from '../../core/day.ts'
import { planFields } from '../../output/json/plan-json.ts'
import { openDeps } from '../open-deps.ts'
import { print, printJson } from '../print.ts'

export interface PlanFlags {
  readonly interview?: string
  readonly minutes?: number
  readonly topics?: readonly string[]
  readonly off?: true
  readonly json?: true
}

/** Makes or changes the plan for the interview, or ends it; shows how it then stands. */
export async function plan({ interview, minutes, topics, off, json }: PlanFlags): Promise<void> {
  const deps = await openDeps()
  if (off) endPlan(deps)
  else if (interview !== undefined || minutes !== undefined || topics !== undefined) {
    const day = interview === undefined ? undefined : dayIn(interview, studyDayOf(deps.now()))
    changePlan(deps, { interview: day, minutes, topics })
  }
  const report = reportPlan(deps)
  if (json) printJson(planFields(report))
  else print((await import('../../ui/plain/plan-text.ts')).planText(deps, report))
}
