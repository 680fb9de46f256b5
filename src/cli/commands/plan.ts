import type { Deps } from '../../app/deps.ts'
import { changePlan, endPlan } from '../../app/plan/change-plan.ts'
import { adviceOn, reportPlan } from '../../app/plan/report-plan.ts'
import { dayIn, studyDayOf } from '../../core/day.ts'
import { planFields } from '../../output/json/plan-json.ts'
import { openDeps } from '../open-deps.ts'
import { hasTerminal, print, printJson } from '../print.ts'

export interface PlanFlags {
  readonly interview?: string
  readonly minutes?: number
  readonly topics?: readonly string[]
  readonly off?: true
  readonly json?: true
}

/** Makes or changes the plan for the interview, or ends it, and prints how it then stands; with nothing to change it is a screen. */
export async function plan({ json, ...flags }: PlanFlags): Promise<void> {
  const deps = await openDeps()
  const hasChanged = applyTo(deps, flags)
  if (!hasChanged && !json && hasTerminal()) {
    const { showScreens } = await import('../show-screens.ts')
    return showScreens(deps, { kind: 'plan' })
  }
  const report = reportPlan(deps)
  const advice = adviceOn(deps, report)
  if (json) printJson(planFields(report, advice))
  else print((await import('../../ui/plain/plan-text.ts')).planText(deps, report, advice))
}

function applyTo(deps: Deps, { interview, minutes, topics, off }: PlanFlags): boolean {
  if (off) endPlan(deps)
  const isChange = interview !== undefined || minutes !== undefined || topics !== undefined
  const day = interview === undefined ? undefined : dayIn(interview, studyDayOf(deps.now()))
  if (isChange && !off) changePlan(deps, { interview: day, minutes, topics })
  return isChange || off === true
}
