import type { StudyDay } from '../core/day.ts'
import { totalsOfPace } from '../core/day-totals.ts'
import { type CardMinutes, cardMinutesOf } from '../core/minutes-a-day.ts'
import type { Deps } from './deps.ts'

export function minutesOfCards({ store }: Deps, today: StudyDay): CardMinutes {
  return cardMinutesOf(totalsOfPace(store.history.studiedDays(), today))
}
