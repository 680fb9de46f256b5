import { MINUTE_MS, type StudyDay } from '../day.ts'
import type { PlannedMemory } from '../planned-memory.ts'
import { createRandom, type Random } from '../random.ts'
import { createScheduler, type MemoryStrength, recallAfter, type Scheduler } from '../scheduler.ts'
import type { SchedulingParameters } from '../scheduling-parameters.ts'
import { sum } from '../sum.ts'
import { drawFirstRating, drawRecalledRating } from './draw-rating.ts'

export interface WorkloadInput {
  readonly parameters: SchedulingParameters
  /** Cards that were seen, as they stand. */
  readonly cards: readonly PlannedMemory[]
  /** Cards that wait to be seen. */
  readonly unseen: number
  /** What a day may have. */
  readonly newCards: number
  readonly reviews: number
  readonly today: StudyDay
  readonly days: number
  readonly answerMs: number
  readonly exercises: ExerciseWork
}

/** Exercises that come back, and those that are begun at the learner's pace. */
export interface ExerciseWork {
  readonly parameters: SchedulingParameters
  readonly begun: readonly (PlannedMemory & { readonly minutes: number })[]
  /** Minutes of those that were never tried, in the order in which they are begun. */
  readonly unbegun: readonly number[]
  readonly newADay: number
}

/** What a desired retention comes to. */
export interface Workload {
  readonly retention: number
  /** Means over all days. */
  readonly minutesADay: number
  /** Of these, minutes of exercises. */
  readonly exerciseMinutesADay: number
  readonly reviewsADay: number
  /** Cards that are recalled on the last day, as expected, and those that were seen by then. */
  readonly known: number
  readonly seen: number
}

/**
 * Lives through the days to come, with the learner's parameters but another desired retention: a card comes
 * back on its day, is recalled as FSRS foretells, and what a day's limit leaves waits for the next. Draws are
 * the same for each retention.
 */
export function simulateWorkload(input: WorkloadInput, retention: number): Workload {
  const { parameters, days, today } = input
  const scheduler = createScheduler({ ...parameters, desiredRetention: retention })
  const calendar = createCalendar<LivingCard>(days)
  const random = createRandom('workload')
  const seen: LivingCard[] = []
  for (const { stability, difficulty, lastDay, dueDay } of input.cards) {
    const card = { strength: { stability, difficulty }, lastDay: lastDay - today }
    seen.push(card)
    calendar.put(card, dueDay - today)
  }
  let [unseen, answers, reviews] = [input.unseen, 0, 0]
  for (let day = 0; day < days; day++) {
    const due = calendar.take(day, input.reviews)
    reviews += due.length
    const fresh = Math.min(unseen, input.newCards)
    unseen -= fresh
    const met = Array.from({ length: fresh }, (): LivingCard => ({ strength: undefined, lastDay: day }))
    for (const card of met) seen.push(card)
    for (const card of [...due, ...met]) {
      answers += answer(card, day, scheduler, random)
      calendar.put(card, day + intervalOf(card, scheduler))
    }
  }
  const known = sum(seen.map((card) => recallOf(card, days, scheduler)))
  const lives = Array.from({ length: LIVES }, (_, life) => minutesOfExercises(input, retention, life))
  const exerciseMinutesADay = sum(lives) / LIVES / days
  return {
    retention,
    minutesADay: (answers * input.answerMs) / MINUTE_MS / days + exerciseMinutesADay,
    exerciseMinutesADay,
    reviewsADay: reviews / days,
    known,
    seen: seen.length,
  }
}

/** Exercises are few and long: what one life asks is chance. */
const LIVES = 40

interface LivingCard {
  strength: MemoryStrength | undefined
  lastDay: number
}

interface LivingExercise extends LivingCard {
  readonly minutes: number
}

/** One that is due a day, else a new one where the pace has one; each takes its time once, however it goes. */
function minutesOfExercises(
  { exercises, days, today }: Pick<WorkloadInput, 'exercises' | 'days' | 'today'>,
  retention: number,
  life: number,
): number {
  const scheduler = createScheduler({ ...exercises.parameters, desiredRetention: retention })
  const calendar = createCalendar<LivingExercise>(days)
  const random = createRandom(`exercises ${life}`)
  for (const { stability, difficulty, lastDay, dueDay, minutes } of exercises.begun)
    calendar.put({ strength: { stability, difficulty }, lastDay: lastDay - today, minutes }, dueDay - today)
  let [spent, begun] = [0, 0]
  for (let day = 0; day < days; day++) {
    const [due] = calendar.take(day, 1)
    const minutes = begun < Math.floor((day + 1) * exercises.newADay) ? exercises.unbegun[begun] : undefined
    const fresh = minutes === undefined ? undefined : { strength: undefined, lastDay: day, minutes }
    const next: LivingExercise | undefined = due ?? fresh
    if (next === undefined) continue
    if (due === undefined) begun++
    answer(next, day, scheduler, random)
    spent += next.minutes
    calendar.put(next, day + intervalOf(next, scheduler))
  }
  return spent
}

/**
 * Returns how many answers it took: a card that is new or forgotten is asked once more on the day, unless it
 * is easy.
 */
function answer(card: LivingCard, day: number, scheduler: Scheduler, random: Random): number {
  const isNew = card.strength === undefined
  const isRecalled = random.real() < recallOf(card, day, scheduler)
  const rating = isNew ? drawFirstRating(random) : isRecalled ? drawRecalledRating(random) : 'again'
  card.strength = scheduler.strengthen(card.strength, day - card.lastDay, rating)
  card.lastDay = day
  if (rating !== 'again' && !(isNew && rating !== 'easy')) return 1
  card.strength = scheduler.strengthen(card.strength, 0, 'good')
  return 2
}

function recallOf({ strength, lastDay }: LivingCard, day: number, { forgetting }: Scheduler): number {
  return strength === undefined ? 0 : recallAfter(forgetting, Math.max(0, day - lastDay), strength)
}

function intervalOf({ strength }: LivingCard, { idealIntervalDays }: Scheduler): number {
  return strength === undefined ? 1 : Math.max(1, Math.round(idealIntervalDays(strength)))
}

/** What comes on which day; what has waited longest first. */
function createCalendar<Item extends LivingCard>(days: number) {
  const buckets = Array.from({ length: days }, (): Item[] => [])
  let waiting: readonly Item[] = []
  return {
    /** Beyond the last day it comes no more. */
    put: (card: Item, day: number): void => void buckets[Math.max(0, day)]?.push(card),
    take: (day: number, most: number): readonly Item[] => {
      const due = [...waiting, ...(buckets[day] ?? [])]
      waiting = due.slice(most)
      return due.slice(0, most)
    },
  }
}
