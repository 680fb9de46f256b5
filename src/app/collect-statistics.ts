import { type Assignment, rankExercises } from '../core/assign-exercise.ts'
import type { Calibration } from '../core/calibration/calibration.ts'
import type { Card } from '../core/card.ts'
import { MINUTE_MS, type StudyDay, studyDayOf } from '../core/day.ts'
import { type StudiedDay, totalsOfDays, totalsOfPace } from '../core/day-totals.ts'
import { type ExerciseState, UNSEEN_EXERCISE } from '../core/exercise-state.ts'
import { type Text, verbatim } from '../core/locale.ts'
import type { Marks } from '../core/memory.ts'
import type { PastAttempt } from '../core/past-attempt.ts'
import { type Distributions, distributionsOf } from '../core/statistics/distribution.ts'
import {
  type ExerciseHistory,
  exerciseHistories,
  type MistakeCount,
  mistakesMet,
} from '../core/statistics/exercise-history.ts'
import { minutesADueCard } from '../core/statistics/forecast.ts'
import { hardestCards, type LastingCard } from '../core/statistics/hardest-cards.ts'
import { lastDays } from '../core/statistics/last-days.ts'
import { type Mastery, masteryOf } from '../core/statistics/mastery.ts'
import { longestStreak, streakOf } from '../core/statistics/streak.ts'
import { type RetentionOfPeriod, retentionOfPeriod } from '../core/statistics/true-retention.ts'
import { countDue, type DueCounts, forecastFrom } from './count-due.ts'
import { type Deps, schedulersIn } from './deps.ts'
import { exerciseOfToday } from './exercise-of-today.ts'
import { type LastInterview, lastInterview } from './keep-interview.ts'
import { knownCards } from './known-cards.ts'
import { limitsOfDay } from './limits-of-day.ts'
import { type KeptBackCard, worstLeeches } from './list-kept-back.ts'
import { assignInput } from './ranked-exercises.ts'
import { todayQueue, WHOLE_QUEUE } from './today-queue.ts'

/** docs/statistics.md says what each figure means. */
export interface Statistics extends Marks {
  readonly day: StudyDay
  readonly today: { readonly reviews: number; readonly minutes: number }
  readonly total: {
    readonly reviews: number
    readonly minutes: number
    readonly days: number
    readonly streak: number
    readonly longestStreak: number
  }
  /** Each of the last `ACTIVE_DAYS` days, the oldest first. */
  readonly activity: readonly StudiedDay[]
  /** Over a day, a week, a month and a year. */
  readonly retention: readonly RetentionOfPeriod[]
  /** What today asks for, as the home screen counts it. */
  readonly due: DueCounts
  /** What each of the next days asks again, today first; new cards are not counted. */
  readonly forecast: readonly ForecastDay[]
  readonly distributions: Distributions
  /** Undefined before the first review that was foretold. */
  readonly calibration: Calibration | undefined
  readonly decks: readonly Mastery[]
  readonly exercises: readonly ExerciseRecord[]
  readonly histories: readonly ExerciseHistory[]
  readonly mistakes: readonly MetMistake[]
  readonly hardest: readonly HardCard[]
  /** Those that were forgotten most often. */
  readonly leechCards: readonly KeptBackCard[]
  readonly interview: LastInterview | undefined
}

export interface ForecastDay {
  readonly cards: number
  /** Undefined while no answer says how long one takes. */
  readonly minutes: number | undefined
}

export interface ExerciseRecord extends Assignment {
  readonly state: ExerciseState
  readonly accepted: number
  readonly last: PastAttempt | undefined
}

/** By its id, until `tellMistakes`. */
export interface MetMistake extends MistakeCount {
  readonly words: Text
}

export type HardCard = LastingCard & { readonly content: Card | undefined }

/** A year of whole weeks. */
const ACTIVE_DAYS = 53 * 7
const FORECAST_DAYS = 30
const PERIODS = [1, 7, 30, 365]
const LISTED = 10

/** By steps that say how many reviews of the log were gone through; the first time there are many. */
export function* collectingStatistics(deps: Deps): Generator<number, Statistics> {
  const calibration = yield* deps.store.measuringCalibration(studyDayOf(deps.now()))
  return statisticsWith(deps, calibration)
}

function statisticsWith(deps: Deps, calibration: Calibration | undefined): Statistics {
  const now = deps.now()
  const day = studyDayOf(now)
  const { store } = deps
  const { history } = store
  const days = history.studiedDays()
  const today = history.totalsOn(day)
  const all = totalsOfDays(days)
  const activeDays = history.activeDays()
  const attempts = history.attempts()
  return {
    day,
    today: { reviews: today.reviews, minutes: today.durationMs / MINUTE_MS },
    total: {
      reviews: all.reviews,
      minutes: all.durationMs / MINUTE_MS,
      days: days.length,
      streak: streakOf(activeDays, now, history),
      longestStreak: longestStreak(activeDays, day, history),
    },
    activity: lastDays(days, day, ACTIVE_DAYS),
    retention: PERIODS.map((period) => retentionOfPeriod(days, day, period)),
    ...comingDays(deps, days, day),
    ...memoriesOf(deps, day),
    calibration,
    histories: exerciseHistories(attempts),
    mistakes: mistakesMet(attempts, LISTED).map((one) => ({ ...one, words: verbatim(one.mistake) })),
    leechCards: worstLeeches(deps, LISTED),
    interview: lastInterview(deps),
    ...store.memories.marks(),
  }
}

function comingDays(
  deps: Deps,
  days: readonly StudiedDay[],
  today: StudyDay,
): Pick<Statistics, 'due' | 'forecast'> {
  const now = deps.now()
  const known = knownCards(deps)
  const exercise = exerciseOfToday(deps, now)
  const queue = todayQueue(deps, WHOLE_QUEUE, now, { known, exercise, limits: limitsOfDay(deps, now) })
  const pace = totalsOfPace(days, today)
  const each = pace.reviews === 0 ? undefined : minutesADueCard(pace)
  return {
    due: countDue(queue),
    forecast: forecastFrom(deps, queue, known, today, FORECAST_DAYS).map((cards) => ({
      cards,
      minutes: each === undefined ? undefined : cards * each,
    })),
  }
}

/** Of the cards that are in a deck. */
function memoriesOf(
  deps: Deps,
  day: StudyDay,
): Pick<Statistics, 'decks' | 'exercises' | 'distributions' | 'hardest'> {
  const { content } = deps
  const lasting = deps.store.memories.lasting()
  const schedulers = schedulersIn(deps)
  const exercises = exerciseRecords(deps)
  const ofTopic = Map.groupBy(exercises, ({ exercise }) => exercise.topic)
  const seen = content.decks.flatMap(({ cards }) =>
    cards.flatMap((card): readonly LastingCard[] => {
      const memory = lasting.get(card)
      return memory ? [{ ...memory, card }] : []
    }),
  )
  return {
    decks: content.decks.map((deck) => {
      const memories = deck.cards.map((card) => lasting.get(card))
      return masteryOf(deck, memories, ofTopic.get(deck.name) ?? [], day, schedulers)
    }),
    exercises,
    distributions: distributionsOf(seen, day, schedulers.cards),
    hardest: hardestCards(seen, LISTED).map((one) => ({ ...one, content: content.cards.get(one.card) })),
  }
}

/** Every exercise, the most useful first. */
export function exerciseRecords(deps: Deps): readonly ExerciseRecord[] {
  const input = assignInput(deps, deps.now())
  const { states } = input
  const attempts = deps.store.history.attemptRecords()
  return rankExercises(input).map((assignment) => {
    const { id } = assignment.exercise
    return {
      ...assignment,
      state: states.get(id) ?? UNSEEN_EXERCISE,
      accepted: attempts.get(id)?.accepted ?? 0,
      last: attempts.get(id)?.last,
    }
  })
}
