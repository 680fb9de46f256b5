import { dayOfDate, type StudyDay } from './day.ts'

export interface Readiness {
  /** Predicted probability of recall, over all cards. */
  readonly recall: number
  /** The interview's day when it is set and not past, else today. */
  readonly day: StudyDay
  readonly isInterview: boolean
}

/** What readiness is told of. */
export interface ReadinessInput {
  readonly today: StudyDay
  /** As the setting has it. */
  readonly interview: string
  /** How many there are, known or not. */
  readonly cards: number
  /** Predicted recalls on a day over all of them. */
  readonly recallsOn: (day: StudyDay) => number
}

export function readinessOf({ today, interview, cards, recallsOn }: ReadinessInput): Readiness {
  const date = dayOfDate(interview)
  const isInterview = date !== undefined && date >= today
  const day = isInterview ? date : today
  return { recall: cards === 0 ? 0 : recallsOn(day) / cards, day, isInterview }
}
