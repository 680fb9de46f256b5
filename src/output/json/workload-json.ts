import type { ForecastWorkload } from '../../app/forecast-workload.ts'

/** What `workload --json` prints. */
export function workloadFields({ retention, days, newCards, answerMs, workloads }: ForecastWorkload): object {
  return { retention, days, newCards, answerMs, workloads }
}
