import { type Deps, settingsIn } from '../../app/deps.ts'
import { changePlan, endPlan, PLAN_ENDED } from '../../app/plan/change-plan.ts'
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

/**
 * Makes or changes the plan for the interview, or ends it, and prints how it then stands; with nothing to
 * change it is a screen.
 */
export async function plan({ json, ...flags }: PlanFlags): Promise<void> {
  const deps = await openDeps()
  if (flags.off) return end(deps, json)
  const hasChanged = applyTo(deps, flags)
  if (!hasChanged && !json && hasTerminal()) {
    const { showScreens } = await import('../show-screens.ts')
    return showScreens(deps, { kind: 'plan' })
  }
  await printPlan(deps, json)
}

/** Says that there is none any more, which what is then shown does not. */
async function end(deps: Deps, json: true | undefined): Promise<void> {
  const told = endPlan(deps) ? PLAN_ENDED : NONE
  if (!json) print(told[settingsIn(deps).locale])
  await printPlan(deps, json)
}

const NONE = { en: 'There was no plan to end.', zh: '没有可结束的计划。' }

async function printPlan(deps: Deps, json: true | undefined): Promise<void> {
  const report = reportPlan(deps)
  const advice = adviceOn(deps, report)
  if (json) printJson(planFields(report, advice))
  else print((await import('../../ui/plain/plan-text.ts')).planText(deps, report, advice))
}

function applyTo(deps: Deps, { interview, minutes, topics }: PlanFlags): boolean {
  const isChange = interview !== undefined || minutes !== undefined || topics !== undefined
  const day = interview === undefined ? undefined : dayIn(interview, studyDayOf(deps.now()))
  if (isChange) changePlan(deps, { interview: day, minutes, topics })
  return isChange
}
