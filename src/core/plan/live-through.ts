import type { StudyDay } from '../day.ts'
import { schedulerFor } from '../parameters-by-scope.ts'
import type { PlannedMemory } from '../planned-memory.ts'
import { createRandom, type Random } from '../random.ts'
import type { MemoryStrength } from '../scheduler.ts'
import { mean, sum } from '../sum.ts'
import { drawFirstRating, drawRecalledRating } from '../workload/draw-rating.ts'
import type { Belief } from './beliefs.ts'
import type { Morning, PlannedItem, Policy } from './policy.ts'
import { createStudy } from './study.ts'
import { minutesOf, takeWithin } from './take-within.ts'

/** What comes of a policy, if the learner forgets as is believed. */
export interface ImaginedLife {
  readonly days: readonly LivedDay[]
  /** Probabilities of recall on the date, in the order of the morning's items; 0 of what was never begun. */
  readonly onDate: readonly number[]
  /** Weighted means: 30 days after it without any study, and over the days before it. */
  readonly later: number
  readonly before: number
}

export interface LivedDay {
  readonly day: StudyDay
  readonly fresh: readonly string[]
  readonly again: readonly string[]
  readonly minutes: number
}

/** How long after the date it is asked what stays. */
const LATER_DAYS = 30

/**
 * Lives the days from the morning on to the interview. What an item answers is drawn by its own dice: two
 * policies under one seed meet the same luck, so that they can be compared.
 */
export function liveThrough(policy: Policy, morning: Morning, belief: Belief, seed: string): ImaginedLife {
  const mind = createMind(morning, belief)
  const items = morning.items.map((item) => living(item, seed))
  const byId = new Map(items.map((item) => [item.id, item]))
  const { today, interview } = morning
  const every = Math.ceil((interview - today) / MEASURED_DAYS)
  const measured: number[] = []
  const days: LivedDay[] = []
  for (let day = today; day < interview; day++) {
    const order = policy({ ...morning, today: day, items }).flatMap((id) => byId.get(id) ?? [])
    const taken = takeWithin(order, morning.minutesOn(day))
    days.push(dayOf(day, taken))
    for (const item of taken) mind.answer(item, day)
    if ((day - today) % every === 0) measured.push(mind.recallOfAll(items, day))
  }
  return {
    days,
    onDate: items.map((item) => mind.recall(item, interview)),
    later: mind.recallOfAll(items, interview + LATER_DAYS),
    before: mean(measured),
  }
}

/** A mean over the days needs no more of them. */
const MEASURED_DAYS = 12

interface Living extends PlannedItem {
  memory?: PlannedMemory
  /** What is true of the memory, where the planner's model is not the learner's. */
  truth?: MemoryStrength
  readonly random: Random
}

function living(item: PlannedItem, seed: string): Living {
  return { ...item, random: createRandom(`${seed}:${item.id}`) }
}

function dayOf(day: StudyDay, taken: readonly PlannedItem[]): LivedDay {
  const ids = (items: readonly PlannedItem[]) => items.map(({ id }) => id)
  return {
    day,
    fresh: ids(taken.filter(({ memory }) => memory === undefined)),
    again: ids(taken.filter(({ memory }) => memory !== undefined)),
    minutes: sum(taken.map(minutesOf)),
  }
}

/** How memories fare in truth, and what the planner takes them for. */
function createMind({ parameters }: Morning, { parameters: own, speed }: Belief) {
  const { idealIntervalDays } = schedulerFor(parameters)
  const { factor, decay } = schedulerFor(own).forgetting
  const [study, studyInTruth] = [createStudy(parameters), createStudy(own)]
  const isApart = own !== parameters

  function recall({ memory, truth: known }: Living, day: StudyDay): number {
    if (memory === undefined) return 0
    const age = (speed * Math.max(0, day - memory.lastDay)) / (known ?? memory).stability
    return (1 + factor * age) ** decay
  }

  return {
    recall,
    recallOfAll: (items: readonly Living[], day: StudyDay): number => {
      let [recalled, weights] = [0, 0]
      for (const item of items) {
        recalled += item.weight * recall(item, day)
        weights += item.weight
      }
      return weights === 0 ? 0 : recalled / weights
    },
    answer: (item: Living, day: StudyDay): void => {
      const { memory, random } = item
      const rating =
        memory === undefined
          ? drawFirstRating(random)
          : random.real() < recall(item, day)
            ? drawRecalledRating(random)
            : 'again'
      const elapsed = memory === undefined ? 0 : day - memory.lastDay
      if (isApart) item.truth = studyInTruth(item.truth ?? memory, elapsed, rating)
      const strength = study(memory, elapsed, rating)
      const interval = Math.max(1, Math.round(idealIntervalDays(strength)))
      item.memory = { ...strength, lastDay: day, dueDay: day + interval }
    },
  }
}
