import type { StudyDay } from '../day.ts'
import { planningPolicy } from './planning-policy.ts'
import type { Morning } from './policy.ts'
import { expected, type Lives, neverBegun, type PossibleLife, recallsOf } from './possible-lives.ts'
import { forecastRecall, type RecallForecast } from './recall-forecast.ts'
import { type PlanInput, shareMinutes } from './share-minutes.ts'

/** What to do until the interview, and what is expected to come of it. */
export interface InterviewPlan {
  readonly today: StudyDay
  readonly interview: StudyDay
  /** Today's cards in their order, as far as `cardMinutes` reach. */
  readonly order: readonly string[]
  readonly cardMinutes: number
  readonly days: readonly PlannedDay[]
  /** Of all cards on the date; undefined without a card, as for exercises. */
  readonly recall: RecallForecast | undefined
  readonly topics: readonly TopicForecast[]
  readonly exercises: RecallForecast | undefined
  /** Mean recall of the cards over the days before, and 30 days after the date without any study. */
  readonly before: number
  readonly later: number
  /** New cards and exercises that are not reached. */
  readonly leftOut: readonly string[]
  readonly exercisesLeftOut: readonly string[]
  /** Those of the latter that take longer than any day has. */
  readonly exercisesTooLong: readonly string[]
}

export interface PlannedDay {
  readonly day: StudyDay
  /** Which ones are as they come in one imagined life; today's are certain. */
  readonly newCards: readonly string[]
  readonly exercises: readonly string[]
  /** As expected. */
  readonly reviews: number
  readonly minutes: number
}

export interface TopicForecast {
  readonly topic: string
  readonly cards: number
  readonly recall: RecallForecast
}

export function makePlan(input: PlanInput): InterviewPlan {
  const { exercises, exerciseLives, cards, lives } = shareMinutes(input)
  return {
    today: cards.today,
    interview: cards.interview,
    order: planningPolicy(cards),
    cardMinutes: cards.minutesOn(cards.today),
    days: plannedDays(lives, exerciseLives),
    recall: forecastRecall(lives.map(recallsOf)),
    topics: topicsOf(cards, lives),
    exercises: forecastRecall(exerciseLives.map(recallsOf)),
    before: expected(lives, ({ before }) => before),
    later: expected(lives, ({ later }) => later),
    leftOut: neverBegun(cards, lives[0]),
    exercisesLeftOut: neverBegun(exercises, exerciseLives[0]),
    exercisesTooLong: longerThanAnyDay(exercises),
  }
}

function plannedDays(cards: Lives, exercises: Lives): readonly PlannedDay[] {
  return cards[0].days.map(({ day, fresh }, at) => {
    const own = exercises[0].days[at]
    return {
      day,
      newCards: fresh,
      exercises: [...(own?.again ?? []), ...(own?.fresh ?? [])],
      reviews: expected(cards, ({ days }) => days[at]?.again.length ?? 0),
      minutes: expected(cards, ({ days }) => days[at]?.minutes ?? 0) + (own?.minutes ?? 0),
    }
  })
}

/** The weakest first. */
function topicsOf({ items }: Morning, lives: Lives): readonly TopicForecast[] {
  const places = Map.groupBy(items.keys(), (at) => items[at]?.topic ?? '')
  const topics = [...places].flatMap(([topic, own]) => {
    const recallsIn = ({ onDate, weight }: PossibleLife) => ({
      recalls: own.map((at) => onDate[at] ?? 0),
      weight,
    })
    const recall = forecastRecall(lives.map(recallsIn))
    return recall === undefined ? [] : [{ topic, cards: own.length, recall }]
  })
  return topics.sort((one, other) => one.recall.mean - other.recall.mean)
}

function longerThanAnyDay({ items, today, interview, minutesOn }: Morning): readonly string[] {
  const days = Array.from({ length: interview - today }, (_, at) => minutesOn(today + at))
  const longest = Math.max(...days)
  return items
    .filter(({ minutes, memory }) => memory === undefined && minutes.first > longest)
    .map(({ id }) => id)
}
