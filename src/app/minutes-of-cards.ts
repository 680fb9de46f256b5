import type { StudyDay } from '../core/day.ts'
import { totalsOfDays } from '../core/day-totals.ts'
import { type CardMinutes, cardMinutesOf } from '../core/minutes-a-day.ts'
import type { Deps } from './deps.ts'

/** How long a card takes is told from so many days. */
const PACE_DAYS = 90

export function minutesOfCards({ store }: Deps, today: StudyDay): CardMinutes {
  return cardMinutesOf(totalsOfDays(store.history.studiedDays().filter(({ day }) => day > today - PACE_DAYS)))
}
