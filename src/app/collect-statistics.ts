import { type Assignment, rankExercises } from '../core/assign-exercise.ts'
import { type StudyDay, studyDayOf } from '../core/day.ts'
import { type ExerciseState, UNSEEN_EXERCISE } from '../core/exercise-state.ts'
import type { PastAttempt } from '../core/history.ts'
import {
  forecast,
  heatMap,
  type Mastery,
  masteryOf,
  streakOf,
  type TrueRetention,
  trueRetention,
} from '../core/statistics.ts'
import { type Deps, schedulersIn } from './deps.ts'

export interface Statistics {
  readonly day: StudyDay
  readonly today: { readonly reviews: number; readonly minutes: number }
  readonly total: { readonly reviews: number; readonly days: number; readonly streak: number }
  /** Reviews on each of the last `HEAT_DAYS` days, the oldest first. */
  readonly heat: readonly number[]
  /** Over the last 30 days. */
  readonly retention: TrueRetention
  /** Cards due on each of the next 14 days, overdue ones on the first. */
  readonly forecast: readonly number[]
  readonly decks: readonly Mastery[]
  readonly exercises: readonly ExerciseRecord[]
  readonly leeches: number
  readonly suspended: number
}

export interface ExerciseRecord extends Assignment {
  readonly state: ExerciseState
  readonly accepted: number
  readonly last: PastAttempt | undefined
}

/** Half a year of whole weeks. */
export const HEAT_DAYS = 26 * 7
const FORECAST_DAYS = 14
const RETENTION_DAYS = 30

export function collectStatistics(deps: Deps): Statistics {
  const day = studyDayOf(deps.now())
  const { store, content } = deps
  const reviews = store.history.reviews()
  const todays = reviews.filter((review) => review.day === day)
  const states = store.cards()
  const days = store.history.activeDays()
  const scheduler = schedulersIn(deps).cards
  return {
    day,
    today: {
      reviews: todays.length,
      minutes: todays.reduce((sum, review) => sum + review.durationMs, 0) / 60_000,
    },
    total: { reviews: reviews.length, days: days.length, streak: streakOf(days, day) },
    heat: heatMap(reviews, day, HEAT_DAYS),
    retention: trueRetention(reviews, day - RETENTION_DAYS + 1),
    forecast: forecast(states.values(), day, FORECAST_DAYS),
    decks: content.decks.map((deck) => masteryOf(deck, states, day, scheduler)),
    exercises: exerciseRecords(deps),
    leeches: [...states.values()].filter((state) => state.leech).length,
    suspended: [...states.values()].filter((state) => state.suspended).length,
  }
}

/** Every exercise, the most useful first. */
export function exerciseRecords(deps: Deps): readonly ExerciseRecord[] {
  const { store, content } = deps
  const states = store.exercises()
  const attempts = Map.groupBy(store.history.attempts(), (attempt) => attempt.exercise)
  const ranked = rankExercises({
    exercises: [...content.exercises.values()],
    states,
    cards: store.cards(),
    now: deps.now(),
    scheduler: schedulersIn(deps).exercises,
  })
  return ranked.map((assignment) => {
    const own = attempts.get(assignment.exercise.id) ?? []
    return {
      ...assignment,
      state: states.get(assignment.exercise.id) ?? UNSEEN_EXERCISE,
      accepted: own.filter((attempt) => attempt.verdict === 'accepted').length,
      last: own.at(-1),
    }
  })
}
