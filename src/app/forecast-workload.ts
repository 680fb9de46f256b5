import { type StudyDay, studyDayOf } from '../core/day.ts'
import { answerMsOf, PACE_DAYS, totalsOfPace } from '../core/day-totals.ts'
import { type PlannedMemory, plannedMemory } from '../core/planned-memory.ts'
import {
  type ExerciseWork,
  simulateWorkload,
  type Workload,
  type WorkloadInput,
} from '../core/workload/simulate-workload.ts'
import { type Deps, settingsIn } from './deps.ts'
import { exerciseMinutes } from './exercise-minutes.ts'
import { rankedExercises } from './ranked-exercises.ts'

export interface ForecastWorkload {
  readonly retention: number
  readonly days: number
  readonly newCards: number
  readonly answerMs: number
  /** By rising desired retention. */
  readonly workloads: readonly Workload[]
}

interface WorkloadOptions {
  readonly days?: number | undefined
  readonly newCards?: number | undefined
}

const DAYS = 365
const [LOWEST, HIGHEST] = [80, 97]

/** What each desired retention would ask of the coming days and leave known at their end. The log is only read. */
export function forecastWorkload(
  deps: Deps,
  { days = DAYS, newCards = settingsIn(deps)['new-per-day'] }: WorkloadOptions,
): ForecastWorkload {
  const settings = settingsIn(deps)
  const input = {
    ...cardsNow(deps),
    exercises: exercisesNow(deps),
    days,
    newCards,
    reviews: settings['reviews-per-day'],
  }
  const retentions = Array.from({ length: HIGHEST - LOWEST + 1 }, (_, at) => (LOWEST + at) / 100)
  return {
    retention: settings.retention,
    days,
    newCards,
    answerMs: input.answerMs,
    workloads: retentions.map((retention) => simulateWorkload(input, retention)),
  }
}

function cardsNow({
  store,
  content,
  now,
}: Deps): Pick<WorkloadInput, 'parameters' | 'cards' | 'unseen' | 'today' | 'answerMs'> {
  const today = studyDayOf(now())
  const cards: PlannedMemory[] = []
  let unseen = content.cards.size
  for (const [id, { memory, suspended }] of store.cards()) {
    if (memory.kind === 'new' || !content.cards.has(id)) continue
    unseen--
    if (suspended) continue
    cards.push(plannedMemory(memory, today))
  }
  const answerMs = answerMsOf(totalsOfPace(store.history.studiedDays(), today))
  return { parameters: store.parameters().cards, cards, unseen, today, answerMs }
}

function exercisesNow(deps: Deps): ExerciseWork {
  const { store, content } = deps
  const today = studyDayOf(deps.now())
  const minutesOf = exerciseMinutes(deps)
  const states = store.exercises()
  const ranked = rankedExercises(deps, deps.now()).map(({ exercise }) => exercise)
  const begun = [...states].flatMap(([id, { memory }]) => {
    const exercise = content.exercises.get(id)
    if (exercise === undefined || memory.kind !== 'review') return []
    return [{ ...plannedMemory(memory, today), minutes: minutesOf(exercise) }]
  })
  const unbegun = ranked.filter(({ id }) => (states.get(id)?.memory.kind ?? 'new') === 'new').map(minutesOf)
  return { parameters: store.parameters().exercises, begun, unbegun, newADay: newExercisesADay(deps, today) }
}

/** As many as were tried for the first time in the days by which the pace is told. */
function newExercisesADay({ store }: Deps, today: StudyDay): number {
  const firstDays = new Map<string, StudyDay>()
  for (const { exercise, day } of store.history.attempts())
    if (!firstDays.has(exercise)) firstDays.set(exercise, day)
  return [...firstDays.values()].filter((day) => day > today - PACE_DAYS).length / PACE_DAYS
}
