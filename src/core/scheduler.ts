import {
  clipParameters,
  computeDecayFactor,
  default_w,
  type FSRS,
  type Card as FsrsCard,
  Rating as FsrsRating,
  fsrs,
  type Grade,
  get_fuzz_range,
  roundTo,
  State,
  type StepUnit,
  StrategyMode,
} from 'ts-fsrs'
import { DAY_MS, type Moment, type StudyDay, studyClockOf } from './day.ts'
import type { Memory, MemoryTrace, NewMemory, ReviewMemory, SeenMemory } from './memory.ts'
import { LONGEST_DAYS } from './memory-bounds.ts'
import { RATINGS, type Rating } from './rating.ts'
import type { SchedulingParameters, Steps } from './scheduling-parameters.ts'

// ts-fsrs adds four enumerable methods to every Date and never calls them itself.
for (const method of ['scheduler', 'diff', 'format', 'dueFormat']) {
  Reflect.deleteProperty(Date.prototype, method)
}

export interface Scheduler {
  /** The memory after a review; the same arguments always give the same result, fuzz included. */
  readonly next: (id: string, memory: Memory, rating: Rating, now: Moment) => SeenMemory
  /** Probability of recall on a day; 0 for what was never seen. */
  readonly retrievability: (memory: NewMemory | MemoryTrace, day: StudyDay) => number
  /**
   * Days between the last review and the day on which recall falls to the desired retention; not rounded, not
   * fuzzed.
   */
  readonly idealIntervalDays: (memory: Pick<SeenMemory, 'stability'>) => number
  /**
   * Between which days fuzz may put the next review, its own choice among them. `elapsedDays`: how long the
   * interval before lasted, which a longer one does not fall back to.
   */
  readonly rangeOf: (memory: ReviewMemory, elapsedDays: number) => DayRange
  /** `retrievability` as a formula, for where whole tables are summed. */
  readonly forgetting: Forgetting
  /** What a review makes of a memory so many whole days after the one before: `next` without dates, steps and fuzz. */
  readonly strengthen: (
    before: MemoryStrength | undefined,
    elapsedDays: number,
    rating: Rating,
  ) => MemoryStrength
}

/** Both included. */
export interface DayRange {
  readonly first: StudyDay
  readonly last: StudyDay
}

/** What the model itself knows of a memory. */
export type MemoryStrength = Pick<SeenMemory, 'stability' | 'difficulty'>

/** What `recallAfter` needs. */
export interface Forgetting {
  readonly factor: number
  readonly decay: number
}

export function recallAfter(
  { factor, decay }: Forgetting,
  days: number,
  { stability }: Pick<SeenMemory, 'stability'>,
): number {
  return (1 + (factor * days) / stability) ** decay
}

export const DEFAULT_WEIGHTS: readonly number[] = default_w

/** Whether the model takes the weights as they are; it would silently move others into its range. */
export function areWeights(weights: readonly number[], { relearning, learning }: Steps): boolean {
  if (weights.length !== DEFAULT_WEIGHTS.length) return false
  const clipped = clipParameters([...weights], relearning.length, learning.length + relearning.length > 0)
  return weights.every((weight, at) => weight === clipped[at])
}

/** What a fit found, as the model takes it; four digits, as Anki keeps them. */
export function usableWeights(
  weights: readonly number[],
  { relearning, learning }: Steps,
): readonly number[] {
  const rounded = weights.map((weight) => Math.round(weight * 1e4) / 1e4)
  // ts-fsrs begins no memory below it, whatever the weights say.
  const lifted = rounded.map((weight, at) => (at < RATINGS.length ? Math.max(0.1, weight) : weight))
  return clipParameters(lifted, relearning.length, learning.length + relearning.length > 0)
}

/** FSRS-6 by ts-fsrs, told the study day instead of the UTC day that the library would take. */
export function createScheduler(parameters: SchedulingParameters): Scheduler {
  const engine = createEngine(parameters)
  const forgetting = computeDecayFactor(engine.parameters.w)
  return {
    next: (id, memory, rating, now) => {
      const clock = new Date(studyClockOf(now))
      const card = toFsrs(id, memory, clock)
      return fromFsrs(engine.next(card, clock, GRADES[rating]).card, clock, now)
    },
    retrievability: (memory, day) =>
      memory.kind === 'new'
        ? 0
        : engine.forgetting_curve(Math.max(0, day - memory.lastDay), memory.stability),
    idealIntervalDays: (memory) => memory.stability * engine.interval_modifier,
    rangeOf: (memory, elapsedDays) =>
      rangeAround(memory, memory.stability * engine.interval_modifier, elapsedDays),
    forgetting,
    strengthen: (before, elapsedDays, rating) =>
      engine.next_state(
        before ?? null,
        elapsedDays,
        GRADES[rating],
        // As the library computes it, which begins with the factor anew each time.
        before && roundTo(recallAfter(forgetting, elapsedDays, before), 8),
      ),
  }
}

const GRADES = {
  again: FsrsRating.Again,
  hard: FsrsRating.Hard,
  good: FsrsRating.Good,
  easy: FsrsRating.Easy,
} as const satisfies Record<Rating, Grade>

const STATES = { learning: State.Learning, review: State.Review, relearning: State.Relearning } as const

function createEngine({ weights, desiredRetention, steps }: SchedulingParameters): FSRS {
  const engine = fsrs({
    w: weights,
    request_retention: desiredRetention,
    learning_steps: steps.learning.map(inMinutes),
    relearning_steps: steps.relearning.map(inMinutes),
    enable_short_term: steps.learning.length + steps.relearning.length > 0,
    enable_fuzz: true,
  })
  // The library's own seed holds the time of review, so that a preview would differ from the answer.
  return engine.useStrategy(StrategyMode.SEED, function (this: unknown) {
    const { current } = this as { readonly current: IdentifiedCard }
    return `${current.id}:${current.reps}`
  })
}

function inMinutes(step: number): StepUnit {
  return `${step}m`
}

/** Fuzz leaves shorter intervals alone. */
const FUZZED_FROM_DAYS = 2.5

/** A rating's day may lie outside where it has to stand behind that of a lower rating. */
function rangeAround({ dueDay, lastDay }: ReviewMemory, idealDays: number, elapsedDays: number): DayRange {
  const interval = Math.min(LONGEST_DAYS, Math.round(idealDays))
  if (interval < FUZZED_FROM_DAYS) return { first: dueDay, last: dueDay }
  const { min_ivl, max_ivl } = get_fuzz_range(interval, elapsedDays, LONGEST_DAYS)
  return { first: Math.min(dueDay, lastDay + min_ivl), last: Math.max(dueDay, lastDay + max_ivl) }
}

type IdentifiedCard = FsrsCard & { readonly id: string }

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
    // A clock that went back must not give a negative interval, at which ts-fsrs throws.
    last_review: new Date(Math.min(memory.lastDay * DAY_MS, clock.getTime())),
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
    lastDay,
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
