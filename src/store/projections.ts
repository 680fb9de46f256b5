import type { Database } from 'better-sqlite3'
import { type CardState, UNSEEN_CARD } from '../core/card-state.ts'
import { studyDayOf } from '../core/day.ts'
import type { Event, EventId } from '../core/event.ts'
import { type ExerciseState, UNSEEN_EXERCISE } from '../core/exercise-state.ts'
import type { CardId, ExerciseId } from '../core/ids.ts'
import {
  type CardStateRow,
  cardStateOf,
  cardStateRow,
  type ExerciseStateRow,
  exerciseStateOf,
  exerciseStateRow,
} from './state-rows.ts'
import { prepareUpsert } from './upsert.ts'

/** Tables that a fold of the log gives; written in the transaction of the event that explains the change. */
export function createProjections(db: Database) {
  const upsertCard = prepareUpsert<CardStateRow>(db, 'card_state', CARD_COLUMNS)
  const upsertExercise = prepareUpsert<ExerciseStateRow>(db, 'exercise_state', EXERCISE_COLUMNS)
  const upsertSetting = prepareUpsert<{ key: string; value: string }>(db, 'setting', ['key', 'value'])
  const upsertReview = prepareUpsert<ReviewRow>(db, 'review', REVIEW_COLUMNS)
  const upsertAttempt = prepareUpsert<AttemptRow>(db, 'attempt', ATTEMPT_COLUMNS)
  const deleteReview = db.prepare<[EventId]>('delete from review where event = ?')
  const selectCard = db.prepare<[string], CardStateRow>('select * from card_state where card = ?')
  const selectCards = db.prepare<[], CardStateRow>('select * from card_state')
  const selectExercise = db.prepare<[string], ExerciseStateRow>(
    'select * from exercise_state where exercise = ?',
  )
  const selectExercises = db.prepare<[], ExerciseStateRow>('select * from exercise_state')
  const selectSettings = db.prepare<[], { key: string; value: string }>('select key, value from setting')

  return {
    card: (id: CardId): CardState => {
      const row = selectCard.get(id)
      return row ? cardStateOf(row) : UNSEEN_CARD
    },
    cards: (): ReadonlyMap<CardId, CardState> =>
      new Map(selectCards.all().map((row) => [row.card as CardId, cardStateOf(row)])),
    exercise: (id: ExerciseId): ExerciseState => {
      const row = selectExercise.get(id)
      return row ? exerciseStateOf(row) : UNSEEN_EXERCISE
    },
    exercises: (): ReadonlyMap<ExerciseId, ExerciseState> =>
      new Map(selectExercises.all().map((row) => [row.exercise as ExerciseId, exerciseStateOf(row)])),
    settings: (): ReadonlyMap<string, string> =>
      new Map(selectSettings.all().map(({ key, value }) => [key, value])),
    putCard: (id: CardId, state: CardState) => upsertCard.run(cardStateRow(id, state)),
    putExercise: (id: ExerciseId, state: ExerciseState) => upsertExercise.run(exerciseStateRow(id, state)),
    putSetting: (key: string, value: string) => upsertSetting.run({ key, value }),
    /** The event's line in the history, for the kinds that have one. */
    putHistory: (event: Event) => {
      if (event.kind === 'review') upsertReview.run(reviewRow(event))
      if (event.kind === 'attempt') upsertAttempt.run(attemptRow(event))
    },
    dropReview: (id: EventId) => deleteReview.run(id),
    clear: () => {
      for (const table of ['card_state', 'exercise_state', 'setting', 'review', 'attempt']) {
        db.exec(`delete from ${table}`)
      }
    },
  }
}

interface ReviewRow {
  readonly event: EventId
  readonly card: string
  readonly day: number
  readonly rating: string
  readonly kind_before: string
  readonly interval_before: number | null
  readonly duration_ms: number
}

function reviewRow(event: Event & { readonly kind: 'review' }): ReviewRow {
  const { memory } = event.before
  return {
    event: event.id,
    card: event.card,
    day: studyDayOf(event),
    rating: event.rating,
    kind_before: memory.kind,
    interval_before: memory.kind === 'review' ? memory.intervalDays : null,
    duration_ms: Math.round(event.durationMs),
  }
}

interface AttemptRow {
  readonly event: EventId
  readonly exercise: string
  readonly day: number
  readonly at: number
  readonly language: string
  readonly verdict: string
  readonly tier: string
  readonly ratio: number | null
  readonly diagnosis: string | null
  readonly recalls: string
}

function attemptRow(event: Event & { readonly kind: 'attempt' }): AttemptRow {
  const { outcome } = event
  return {
    event: event.id,
    exercise: event.exercise,
    day: studyDayOf(event),
    at: event.at,
    language: event.language,
    verdict: outcome.kind === 'judged' ? outcome.verdict : 'given-up',
    tier: outcome.kind === 'judged' ? outcome.tier : 'none',
    ratio: event.ratio ?? null,
    diagnosis: event.diagnosis ?? null,
    recalls: JSON.stringify(event.recalls),
  }
}

const MEMORY_COLUMNS = [
  'kind',
  'stability',
  'difficulty',
  'last_review',
  'last_day',
  'reps',
  'lapses',
  'due_day',
  'interval_days',
] as const
const CARD_COLUMNS = ['card', ...MEMORY_COLUMNS, 'due', 'step', 'suspended', 'buried_on', 'leech'] as const
const EXERCISE_COLUMNS = [
  'exercise',
  ...MEMORY_COLUMNS,
  'failures',
  'hints',
  'hinted_on',
  'attempts',
  'best',
] as const
const REVIEW_COLUMNS = [
  'event',
  'card',
  'day',
  'rating',
  'kind_before',
  'interval_before',
  'duration_ms',
] as const
const ATTEMPT_COLUMNS = [
  'event',
  'exercise',
  'day',
  'at',
  'language',
  'verdict',
  'tier',
  'ratio',
  'diagnosis',
  'recalls',
] as const
