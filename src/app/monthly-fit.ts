import { dateOf, dayOfDate, studyDayOf } from '../core/day.ts'
import { type Deps, settingsIn } from './deps.ts'

/** Names in the log the day of the last fit that was made by itself, on any device, and stands among the settings. */
const TRIED = 'fit-tried'
const MONTH = 30

/** Whether the learner wants one each month, and none was tried within one. */
export function isMonthlyFitDue(deps: Deps): boolean {
  if (settingsIn(deps)['optimize-monthly'] !== 'yes') return false
  const last = dayOfDate(deps.store.settings().get(TRIED) ?? '')
  return last === undefined || studyDayOf(deps.now()) >= last + MONTH
}

export function noteFitTried({ store, now }: Deps): void {
  store.configure(TRIED, dateOf(studyDayOf(now())), now())
}
