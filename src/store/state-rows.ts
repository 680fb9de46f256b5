import type { CardState } from '../core/card-state.ts'
import type { ExerciseState } from '../core/exercise-state.ts'
import { type Memory, NEW, type SeenMemory } from '../core/memory.ts'
import type { Tier } from '../core/verdict.ts'

/** The columns of a memory; null where its kind has no such fact. */
export interface MemoryRow {
  readonly kind: Memory['kind']
  readonly stability: number | null
  readonly difficulty: number | null
  readonly last_review: number | null
  readonly last_day: number | null
  readonly reps: number | null
  readonly lapses: number | null
  readonly due: number | null
  readonly step: number | null
  readonly due_day: number | null
  readonly interval_days: number | null
}

export interface CardStateRow extends MemoryRow {
  readonly card: string
  readonly suspended: number
  readonly buried_on: number | null
  readonly leech: number
}

export interface ExerciseStateRow extends MemoryRow {
  readonly exercise: string
  readonly failures: number
  readonly hints: number
  readonly hinted_on: number | null
  readonly attempts: number
  readonly best: Tier
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
export const CARD_MEMORY_COLUMNS = [...MEMORY_COLUMNS, 'due', 'step'] as const
export const CARD_COLUMNS = ['card', ...CARD_MEMORY_COLUMNS, 'suspended', 'buried_on', 'leech'] as const
export const EXERCISE_COLUMNS = [
  'exercise',
  ...MEMORY_COLUMNS,
  'failures',
  'hints',
  'hinted_on',
  'attempts',
  'best',
] as const

export function cardStateRow(card: string, state: CardState): CardStateRow {
  return {
    card,
    ...memoryRow(state.memory),
    suspended: Number(state.suspended),
    buried_on: state.buriedOn ?? null,
    leech: Number(state.leech),
  }
}

export function cardStateOf(row: CardStateRow): CardState {
  return {
    memory: memoryOf(row),
    suspended: row.suspended === 1,
    buriedOn: row.buried_on ?? undefined,
    leech: row.leech === 1,
  }
}

export function exerciseStateRow(exercise: string, state: ExerciseState): ExerciseStateRow {
  const { memory, hintedOn, ...counts } = state
  return { exercise, ...memoryRow(memory), ...counts, hinted_on: hintedOn ?? null }
}

export function exerciseStateOf(row: ExerciseStateRow): ExerciseState {
  const { failures, hints, hinted_on: hintedOn, attempts, best } = row
  return { memory: memoryOf(row), failures, hints, hintedOn: hintedOn ?? undefined, attempts, best }
}

function memoryRow(memory: Memory): MemoryRow {
  if (memory.kind === 'new') return { ...NOTHING, kind: 'new' }
  const { kind, stability, difficulty, lastReview, lastDay, reps, lapses } = memory
  const seen = { stability, difficulty, last_review: lastReview, last_day: lastDay, reps, lapses }
  return memory.kind === 'review'
    ? { ...NOTHING, ...seen, kind, due_day: memory.dueDay, interval_days: memory.intervalDays }
    : { ...NOTHING, ...seen, kind, due: memory.due, step: memory.step }
}

const NOTHING = {
  stability: null,
  difficulty: null,
  last_review: null,
  last_day: null,
  reps: null,
  lapses: null,
  due: null,
  step: null,
  due_day: null,
  interval_days: null,
} as const

/** The table's checks warrant that each kind has its columns. */
function memoryOf(row: MemoryRow): Memory {
  if (row.kind === 'new') return NEW
  const seen = {
    stability: row.stability,
    difficulty: row.difficulty,
    lastReview: row.last_review,
    lastDay: row.last_day,
    reps: row.reps,
    lapses: row.lapses,
  }
  return (
    row.kind === 'review'
      ? { ...seen, kind: row.kind, dueDay: row.due_day, intervalDays: row.interval_days }
      : { ...seen, kind: row.kind, due: row.due, step: row.step }
  ) as SeenMemory
}
