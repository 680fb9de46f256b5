import type { Deps } from '../../app/deps.ts'
import { summarizeToday, type Today } from '../../app/summarize-today.ts'

export interface HomeState {
  readonly today: Today
}

export function openHome(deps: Deps): HomeState {
  return { today: summarizeToday(deps) }
}
