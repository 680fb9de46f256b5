import { type Assignment, rankExercises } from '../core/assign-exercise.ts'
import { type StudyDay, studyDayOf } from '../core/day.ts'
import { totalsOfDays } from '../core/day-totals.ts'
import { type ExerciseState, UNSEEN_EXERCISE } from '../core/exercise-state.ts'
import type { Marks } from '../core/memory.ts'
import type { PastAttempt } from '../core/past-attempt.ts'
import {
  heatMap,
  type Mastery,
  masteryOf,
  streakOf,
  type TrueRetention,
  trueRetention,
} from '../core/statistics.ts'
import { countDue, type DueCounts, forecastFrom } from './count-due.ts'
import { type Deps, schedulersIn } from './deps.ts'
import { exerciseOfToday } from './exercise-of-today.ts'
import { type LastInterview, lastInterview } from './keep-interview.ts'
import { knownCards } from './known-cards.ts'
import { todayQueue, WHOLE_QUEUE } from './today-queue.ts'

export interface Statistics extends Marks {
  readonly day: StudyDay
  readonly today: { readonly reviews: number; readonly minutes: number }
  readonly total: { readonly reviews: number; readonly days: number; readonly streak: number }
  /** Reviews on each of the last `HEAT_DAYS` days, the oldest first. */
  readonly heat: readonly number[]
  /** Over the last 30 days. */
  readonly retention: TrueRetention
  /** What today asks for, as the home screen counts it. */
  readonly due: DueCounts
  /** Cards that each of the next 14 days asks again, today first; new ones are not counted. */
  readonly forecast: readonly number[]
  readonly decks: readonly Mastery[]
  readonly exercises: readonly ExerciseRecord[]
  readonly interview: LastInterview | undefined
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
  const now = deps.now()
  const day = studyDayOf(now)
  const { store, content } = deps
  const { memories, history } = store
  const days = history.studiedDays()
  const today = history.totalsOn(day)
  const activeDays = history.activeDays()
  const traces = memories.traces()
  const scheduler = schedulersIn(deps).cards
  const known = knownCards(deps)
  const queue = todayQueue(deps, WHOLE_QUEUE, now, { known, exercise: exerciseOfToday(deps, now) })
  return {
    day,
    today: { reviews: today.reviews, minutes: today.durationMs / 60_000 },
    total: {
      reviews: totalsOfDays(days).reviews,
      days: days.length,
      streak: streakOf(activeDays, day),
    },
    heat: heatMap(days, day, HEAT_DAYS),
    retention: trueRetention(totalsOfDays(days.filter((one) => one.day > day - RETENTION_DAYS))),
    due: countDue(queue),
    forecast: forecastFrom(deps, queue, known, day, FORECAST_DAYS),
    decks: content.decks.map((deck) => masteryOf(deck, traces, day, scheduler)),
    exercises: exerciseRecords(deps),
    interview: lastInterview(deps),
    ...memories.marks(),
  }
}

/** Every exercise, the most useful first. */
export function exerciseRecords(deps: Deps): readonly ExerciseRecord[] {
  const { store, content } = deps
  const states = store.exercises()
  const attempts = store.history.attemptRecords()
  const ranked = rankExercises({
    exercises: [...content.exercises.values()],
    states,
    stateOfCard: store.card,
    now: deps.now(),
    scheduler: schedulersIn(deps).exercises,
  })
  return ranked.map((assignment) => {
    const { id } = assignment.exercise
    return {
      ...assignment,
      state: states.get(id) ?? UNSEEN_EXERCISE,
      accepted: attempts.get(id)?.accepted ?? 0,
      last: attempts.get(id)?.last,
    }
  })
}
