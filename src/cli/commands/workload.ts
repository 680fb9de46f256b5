import { forecastWorkload } from '../../app/forecast-workload.ts'
import { workloadFields } from '../../output/json/workload-json.ts'
import { openDeps } from '../open-deps.ts'
import { print, printJson } from '../print.ts'

interface WorkloadFlags {
  readonly days?: number
  readonly new?: number
  readonly json?: boolean
}

/** What each desired retention would cost and bring. */
export async function workload({ days, new: newCards, json }: WorkloadFlags): Promise<void> {
  const deps = await openDeps()
  const forecast = forecastWorkload(deps, { days, newCards })
  if (json) printJson(workloadFields(forecast))
  else print((await import('../../ui/plain/workload-text.ts')).workloadText(deps, forecast))
}
