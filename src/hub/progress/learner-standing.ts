import type { Content } from '../../content/content.ts'
import { type Instant, MINUTE_MS, type StudyDay, studyDayOf } from '../../core/day.ts'
import { type StudiedDay, totalsOfDays } from '../../core/day-totals.ts'
import { UNSEEN_EXERCISE } from '../../core/exercise-state.ts'
import type { CardId } from '../../core/ids.ts'
import { type MemoryTrace, NEW } from '../../core/memory.ts'
import { schedulerFor } from '../../core/parameters-by-scope.ts'
import { type Readiness, readinessOf } from '../../core/readiness.ts'
import {
  type ExerciseHistory,
  exerciseHistories,
  type MistakeCount,
  mistakesIn,
  mistakesMet,
} from '../../core/statistics/exercise-history.ts'
import { lastDays } from '../../core/statistics/last-days.ts'
import { type Mastery, masteryOf } from '../../core/statistics/mastery.ts'
import { type StuckExercise, stuckExercises } from '../../core/statistics/stuck.ts'
import type { KeptAttempt, KeptMemory, ProgressState } from './progress-state.ts'

/**
 * How a learner stands on their own calendar's day with what the course has to learn: of decks and exercises
 * of their own nothing is said.
 */
export interface LearnerStanding {
  readonly day: StudyDay
  readonly readiness: Readiness
  readonly topics: readonly Mastery[]
  readonly exercises: readonly ExerciseStanding[]
  readonly mistakes: readonly LearnersMistake[]
  readonly stuck: readonly StuckExercise[]
  /** The cards that were ever forgotten, and how often. */
  readonly forgotten: readonly (readonly [card: CardId, lapses: number])[]
  readonly total: { readonly reviews: number; readonly minutes: number; readonly days: number }
  /** Each of the last days, the oldest first. */
  readonly activity: readonly StudiedDay[]
  /** With a review or a submission; undefined before the first. */
  readonly lastActive: StudyDay | undefined
}

export interface ExerciseStanding extends ExerciseHistory {
  /** How often its solution was asked for. */
  readonly givenUp: number
  readonly lastDay: StudyDay
}

export interface LearnersMistake extends MistakeCount {
  readonly lastDay: StudyDay
  /** Named by diagnoses of it. */
  readonly cards: readonly CardId[]
}

const ACTIVITY_DAYS = 30

export function standingOf(state: ProgressState, content: Content, now: Instant): LearnerStanding {
  const day = studyDayOf({ at: now, offsetMin: state.offsetMin })
  const attempts = state.attempts.filter(({ exercise }) => content.exercises.has(exercise))
  const studied = state.days.map(([on, totals]): StudiedDay => ({ day: on, ...totals }))
  const all = totalsOfDays(studied)
  const traces = new Map(state.cards.map((kept) => [kept[0], traceOf(kept)]))
  return {
    day,
    readiness: readinessIn(state, content, traces, day),
    topics: topicsOf(state, content, traces, day),
    exercises: exerciseStandings(attempts),
    mistakes: mistakesOf(attempts),
    stuck: stuckExercises(attempts, day),
    forgotten: state.cards.flatMap(([card, , , , lapses]) =>
      lapses > 0 && content.cards.has(card) ? [[card, lapses] as const] : [],
    ),
    total: { reviews: all.reviews, minutes: all.durationMs / MINUTE_MS, days: studied.length },
    activity: lastDays(studied, day, ACTIVITY_DAYS),
    // A day further ahead is of a wrong clock.
    lastActive: latestOf([...studied, ...state.attempts].filter((dated) => dated.day <= day + 1)),
  }
}

function traceOf([, kind, stability, lastDay]: KeptMemory): MemoryTrace {
  return { kind, stability, lastDay }
}

type Traces = ReadonlyMap<CardId, MemoryTrace>

function readinessIn(
  { parameters, interview }: ProgressState,
  { decks, cards }: Content,
  traces: Traces,
  today: StudyDay,
): Readiness {
  const { retrievability } = schedulerFor(parameters.cards)
  const recallsOn = (day: StudyDay) =>
    decks
      .flatMap((deck) => deck.cards)
      .reduce((sum, card) => sum + retrievability(traces.get(card) ?? NEW, day), 0)
  return readinessOf({ today, interview, cards: cards.size, recallsOn })
}

function topicsOf(state: ProgressState, content: Content, traces: Traces, day: StudyDay): readonly Mastery[] {
  const { parameters, attempts } = state
  const schedulers = { cards: schedulerFor(parameters.cards), exercises: schedulerFor(parameters.exercises) }
  const states = new Map(state.exercises)
  const accepted = new Set(
    attempts.filter(({ verdict }) => verdict === 'accepted').map(({ exercise }) => exercise),
  )
  const ofTopic = Map.groupBy(content.exercises.values(), ({ topic }) => topic)
  return content.decks.map((deck) => {
    const memories = deck.cards.map((card) => traces.get(card))
    const practised = (ofTopic.get(deck.name) ?? []).map(({ id }) => ({
      state: states.get(id) ?? UNSEEN_EXERCISE,
      accepted: Number(accepted.has(id)),
    }))
    return masteryOf(deck, memories, practised, day, schedulers)
  })
}

function exerciseStandings(attempts: readonly KeptAttempt[]): readonly ExerciseStanding[] {
  const made = Map.groupBy(attempts, ({ exercise }) => exercise)
  return exerciseHistories(attempts).map((history) => {
    const own = made.get(history.exercise) ?? []
    const givenUp = own.filter(({ verdict }) => verdict === 'given-up').length
    return { ...history, givenUp, lastDay: latestOf(own) ?? 0 }
  })
}

/** More of one learner's nobody reads; a log may name as many as it likes. */
const MOST_MISTAKES = 500

function mistakesOf(attempts: readonly KeptAttempt[]): readonly LearnersMistake[] {
  const found = Map.groupBy(
    attempts.flatMap((attempt) => mistakesIn(attempt.diagnosis).map((mistake) => ({ mistake, attempt }))),
    ({ mistake, attempt }) => `${attempt.exercise} ${mistake}`,
  )
  return mistakesMet(attempts, MOST_MISTAKES).map((met) => {
    const own = found.get(`${met.exercise} ${met.mistake}`) ?? []
    return whenAndCards(
      met,
      own.map(({ attempt }) => attempt),
    )
  })
}

function whenAndCards(met: MistakeCount, found: readonly KeptAttempt[]): LearnersMistake {
  // Of a diagnosis of several mistakes nobody can tell which card is whose.
  const alone = found.filter(({ diagnosis }) => diagnosis === met.mistake)
  const cards = new Set((alone.length > 0 ? alone : found).flatMap(({ recalls }) => recalls))
  return { ...met, lastDay: latestOf(found) ?? 0, cards: [...cards] }
}

function latestOf(dated: readonly { readonly day: StudyDay }[]): StudyDay | undefined {
  return dated.reduce<StudyDay | undefined>((latest, { day }) => Math.max(latest ?? day, day), undefined)
}
