import type { Instant, StudyDay } from './day.ts'
import type { CardId } from './ids.ts'

/** What the model knows about one card or exercise. */
export type Memory = NewMemory | LearningMemory | ReviewMemory
export type SeenMemory = LearningMemory | ReviewMemory

export interface NewMemory {
  readonly kind: 'new'
}

interface Seen {
  /** Days until retrievability falls to 90 %. */
  readonly stability: number
  /** 1 (easy) to 10. */
  readonly difficulty: number
  readonly lastReview: Instant
  readonly lastDay: StudyDay
  readonly reps: number
  readonly lapses: number
}

/** On (re)learning steps of minutes. */
export interface LearningMemory extends Seen {
  readonly kind: 'learning' | 'relearning'
  readonly due: Instant
  readonly step: number
}

export interface ReviewMemory extends Seen {
  readonly kind: 'review'
  readonly dueDay: StudyDay
  readonly intervalDays: number
}

/** As much of a memory as a prediction needs. */
export type MemoryTrace = Pick<SeenMemory, 'kind' | 'stability' | 'lastDay'>

/** As much of it as says how well a card is kept. */
export type LastingMemory = MemoryTrace & Pick<SeenMemory, 'difficulty' | 'lapses'>

/** A card that is suspended, a leech, or both: it lapsed so often that it is suspended until its text is mended. */
export interface MarkedCard {
  readonly card: CardId
  readonly suspended: boolean
  readonly leech: boolean
  readonly lapses: number
}

/** How many cards are marked so. */
export interface Marks {
  readonly suspended: number
  readonly leeches: number
}

export const NEW: NewMemory = { kind: 'new' }

/** Comes back on another day, what is known of it unchanged. A new card comes in its turn. */
export function dueOn(memory: Memory, day: StudyDay): Memory {
  if (memory.kind === 'new') return memory
  const { stability, difficulty, lastReview, lastDay, reps, lapses } = memory
  const seen = { stability, difficulty, lastReview, lastDay, reps, lapses }
  return { ...seen, kind: 'review', dueDay: day, intervalDays: Math.max(1, day - lastDay) }
}

export function repsOf(memory: Memory): number {
  return memory.kind === 'new' ? 0 : memory.reps
}

/** Whether it comes back after minutes, not on a day. */
export function isOnSteps(memory: Memory): memory is LearningMemory {
  return memory.kind === 'learning' || memory.kind === 'relearning'
}

/** Its day has come; or its last review lies ahead of it, so that its day means nothing. */
export function isDue(memory: ReviewMemory, day: StudyDay): boolean {
  return memory.dueDay <= day || isAhead(memory, day)
}

/**
 * Whether the last review lies ahead, as after an answer under a clock that ran ahead. Flying west turns the
 * calendar back too, but by one day at most.
 */
export function isAhead({ lastDay }: Pick<SeenMemory, 'lastDay'>, day: StudyDay): boolean {
  return lastDay > day + 1
}
