import {
  computeDecayFactor,
  type FSRS,
  type Card as FsrsCard,
  Rating as FsrsRating,
  fsrs,
  type Grade,
  State,
  StrategyMode,
} from 'ts-fsrs'
import { DAY_MS, type Instant, type Moment, type StudyDay, studyClockOf, studyDayOf } from './day.ts'
import type { Rating } from './rating.ts'

// ts-fsrs adds four enumerable methods to every Date and never calls them itself.
for (const method of ['scheduler', 'diff', 'format', 'dueFormat']) {
  Reflect.deleteProperty(Date.prototype, method)
}

/** What FSRS-6 knows about one card or exercise. */
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

export const NEW: NewMemory = { kind: 'new' }

export interface Scheduler {
  /** The memory after a review; the same arguments always give the same result, fuzz included. */
  readonly next: (id: string, memory: Memory, rating: Rating, now: Moment) => SeenMemory
  /** Probability of recall on a day; 0 for what was never seen. */
  readonly retrievability: (memory: NewMemory | MemoryTrace, day: StudyDay) => number
  /** Days between the last review and the day on which recall falls to the desired retention; not rounded, not fuzzed. */
  readonly idealIntervalDays: (memory: Pick<SeenMemory, 'stability'>) => number
  /** `retrievability` as a formula, for where whole tables are summed. */
  readonly forgetting: Forgetting
}

/** Recall after `days` is `(1 + factor * days / stability) ** decay`. */
export interface Forgetting {
  readonly factor: number
  readonly decay: number
}

export interface SchedulerOptions {
  readonly desiredRetention: number
  /** Cards go through steps of 1 and 10 minutes; exercises always wait for another day. */
  readonly steps: boolean
}

/** FSRS-6 by ts-fsrs, told the study day instead of the UTC day that the library would take. */
export function createScheduler({ desiredRetention, steps }: SchedulerOptions): Scheduler {
  const engine = createEngine(desiredRetention, steps)
  return {
    next: (id, memory, rating, now) => {
      const clock = new Date(studyClockNotBefore(memory, now))
      const card = toFsrs(id, memory, clock)
      return fromFsrs(engine.next(card, clock, GRADES[rating]).card, clock, now)
    },
    retrievability: (memory, day) =>
      memory.kind === 'new'
        ? 0
        : engine.forgetting_curve(Math.max(0, day - memory.lastDay), memory.stability),
    idealIntervalDays: (memory) => memory.stability * engine.interval_modifier,
    forgetting: computeDecayFactor(engine.parameters.w),
  }
}

const GRADES = {
  again: FsrsRating.Again,
  hard: FsrsRating.Hard,
  good: FsrsRating.Good,
  easy: FsrsRating.Easy,
} as const satisfies Record<Rating, Grade>

const STATES = { learning: State.Learning, review: State.Review, relearning: State.Relearning } as const

function createEngine(desiredRetention: number, steps: boolean): FSRS {
  const engine = fsrs({ request_retention: desiredRetention, enable_short_term: steps, enable_fuzz: true })
  // The library's own seed holds the time of review, so that a preview would differ from the answer.
  return engine.useStrategy(StrategyMode.SEED, function (this: unknown) {
    const { current } = this as { readonly current: IdentifiedCard }
    return `${current.id}:${current.reps}`
  })
}

type IdentifiedCard = FsrsCard & { readonly id: string }

/** A clock that went back must not give a negative interval, at which ts-fsrs throws. */
function studyClockNotBefore(memory: Memory, now: Moment): Instant {
  const clock = studyClockOf(now)
  return memory.kind === 'new' ? clock : Math.max(clock, memory.lastDay * DAY_MS)
}

function toFsrs(id: string, memory: Memory, clock: Date): IdentifiedCard {
  if (memory.kind === 'new') {
    return { ...UNSEEN, id, due: clock }
  }
  return {
    id,
    state: STATES[memory.kind],
    due: clock,
    stability: memory.stability,
    difficulty: memory.difficulty,
    elapsed_days: 0,
    scheduled_days: memory.kind === 'review' ? memory.intervalDays : 0,
    learning_steps: memory.kind === 'review' ? 0 : memory.step,
    reps: memory.reps,
    lapses: memory.lapses,
    last_review: new Date(memory.lastDay * DAY_MS),
  }
}

const UNSEEN = {
  state: State.New,
  stability: 0,
  difficulty: 0,
  elapsed_days: 0,
  scheduled_days: 0,
  learning_steps: 0,
  reps: 0,
  lapses: 0,
}

function fromFsrs(card: FsrsCard, clock: Date, now: Moment): SeenMemory {
  const lastDay = Math.floor(clock.getTime() / DAY_MS)
  const seen = {
    stability: card.stability,
    difficulty: card.difficulty,
    lastReview: now.at,
    lastDay: Math.max(lastDay, studyDayOf(now)),
    reps: card.reps,
    lapses: card.lapses,
  }
  if (card.state === State.Review) {
    return {
      ...seen,
      kind: 'review',
      dueDay: lastDay + card.scheduled_days,
      intervalDays: card.scheduled_days,
    }
  }
  return {
    ...seen,
    kind: card.state === State.Relearning ? 'relearning' : 'learning',
    due: now.at + (card.due.getTime() - clock.getTime()),
    step: card.learning_steps,
  }
}
