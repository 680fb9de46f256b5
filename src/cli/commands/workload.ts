import { forecastWorkload, type WorkloadOptions } from '../../app/forecast-workload.ts'
import { workloadFields } from '../../output/json/workload-json.ts'
import { openDeps } from '../open-deps.ts'
import { print, printJson } from '../print.ts'

/** What each desired retention would cost and bring. */
export async function workload({
  json,
  ...options
}: WorkloadOptions & { readonly json?: boolean }): Promise<void> {
  const deps = await openDeps()
  const forecast = forecastWorkload(deps, options)
  if (json) printJson(workloadFields(forecast))
  else print((await import('../../ui/plain/workload-text.ts')).workloadText(deps, forecast))
}
