import { mean } from '../sum.ts'
import { exercisePolicy, exerciseTurns } from './exercise-days.ts'
import type { ImaginedLife } from './live-through.ts'
import { planningPolicy } from './planning-policy.ts'
import type { Morning, Policy } from './policy.ts'
import { expected, type Lives, livesOf, neverBegun, ownLife } from './possible-lives.ts'

/** A morning's cards, and the exercises that share its minutes. */
export interface PlanInput {
  /** By their order. New ones take all the same minutes and count the same. */
  readonly cards: Morning
  readonly exercises: Pick<Morning, 'items' | 'parameters'>
  /** How many answers to due cards tell how fast the learner forgets. */
  readonly reviews: number
}

/** As much of the plan as says which new cards are not reached: more exercises never leave out more of them. */
export function leftOutOf(input: PlanInput): readonly string[] {
  const exercises: Morning = { ...input.cards, ...input.exercises }
  const tasks = ownLife(exercisePolicy(exerciseTurns(exercises, SHARE)), exercises)
  const cards = besideExercises(input.cards, tasks)
  return neverBegun(cards, ownLife(imaginedFrom(cards), cards))
}

/**
 * Of the minutes, to exercises: a third in any case, for what is solved is another thing than what is
 * recalled; more where cards lose little.
 */
const [SHARE, MORE_SHARES] = [1 / 3, [1 / 2, 2 / 3]]
const LITTLE = 0.01

export function shareMinutes(input: PlanInput): SharedMinutes {
  let shared = withShare(input, SHARE)
  const enough = expectedRecall(shared) - LITTLE
  for (const share of MORE_SHARES) {
    if (neverBegun(shared.exercises, shared.exerciseLives[0]).length === 0) break
    const more = withShare(input, share)
    if (expectedRecall(more) < enough || leavesOutMore(more, shared)) break
    shared = more
  }
  return shared
}

export interface SharedMinutes {
  readonly exercises: Morning
  readonly exerciseLives: Lives
  /** With what exercises leave. */
  readonly cards: Morning
  readonly lives: Lives
}

function withShare(input: PlanInput, share: number): SharedMinutes {
  const exercises: Morning = { ...input.cards, ...input.exercises }
  const exerciseLives = livesOf(exercisePolicy(exerciseTurns(exercises, share)), exercises, 0)
  const cards = besideExercises(input.cards, exerciseLives[0])
  return { exercises, exerciseLives, cards, lives: livesOf(imaginedFrom(cards), cards, input.reviews) }
}

function leavesOutMore(more: SharedMinutes, than: SharedMinutes): boolean {
  return neverBegun(more.cards, more.lives[0]).length > neverBegun(than.cards, than.lives[0]).length
}

/** Of the cards on the date. */
function expectedRecall({ lives }: SharedMinutes): number {
  return expected(lives, ({ onDate }) => mean(onDate))
}

/** Cards have what exercises leave. */
function besideExercises(cards: Morning, { days }: ImaginedLife): Morning {
  const taken = new Map(days.map(({ day, minutes }) => [day, minutes]))
  return { ...cards, minutesOn: (day) => Math.max(0, cards.minutesOn(day) - (taken.get(day) ?? 0)) }
}

const NEAR_DAYS = 60

/**
 * The policy, but that of new cards only those are judged that the day has room for, and far from the date a
 * seen one on some days only: it makes no difference, and saves seconds.
 */
function imaginedFrom(start: Morning): Policy {
  return (morning) => {
    const { today, interview, items, minutesOn } = morning
    if (today === start.today) return planningPolicy(morning)
    const every = Math.ceil((interview - today) / NEAR_DAYS)
    let room = minutesOn(today)
    const judged = items.filter(({ memory, minutes }, at) => {
      if (memory !== undefined) return (at + today) % every === 0
      room -= minutes.first
      return room > -minutes.first
    })
    return planningPolicy({ ...morning, items: judged })
  }
}
