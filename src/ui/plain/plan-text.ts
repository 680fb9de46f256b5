import type { Deps } from '../../app/deps.ts'
import type { PlanReport } from '../../app/plan/report-plan.ts'
import type { Shortfall } from '../../core/plan/shortfall.ts'
import { planLines } from '../plan/plan-view.ts'
import { plainAround, plainText } from './plain-text.ts'

export function planText(deps: Deps, report: PlanReport, advice: Shortfall | undefined): string {
  return plainText(planLines(report, advice, plainAround(deps)))
}
