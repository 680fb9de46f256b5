import type { InterviewPlan } from './make-plan.ts'
import { leftOutOf, type PlanInput } from './share-minutes.ts'

/** What lets everything that is new be begun. */
export interface Shortfall {
  /** To drop these, */
  readonly cards: readonly string[]
  /** or to have so many more minutes a day; undefined: not even the most that is tried is enough. */
  readonly moreMinutes: number | undefined
}

/** Tried out by planning so. Undefined: the minutes are enough. */
export function shortfallOf(input: PlanInput, plan: InterviewPlan): Shortfall | undefined {
  if (plan.leftOut.length === 0) return undefined
  return { cards: cardsToDrop(input, plan), moreMinutes: minutesToAdd(input) }
}

const ATTEMPTS = 4

/** Without them others may come first, and leave some more. */
function cardsToDrop(input: PlanInput, plan: InterviewPlan): readonly string[] {
  let dropped = plan.leftOut
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const more = leftOutOf(without(input, new Set(dropped)))
    if (more.length === 0) return dropped
    dropped = [...dropped, ...more]
  }
  return dropped
}

function without(input: PlanInput, dropped: ReadonlySet<string>): PlanInput {
  const items = input.cards.items.filter(({ id }) => !dropped.has(id))
  return { ...input, cards: { ...input.cards, items } }
}

/** Finer than this nobody plans a day. */
const STEPS = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100, 120, 150, 180, 240]

function minutesToAdd(input: PlanInput): number | undefined {
  let [enough, tooFew] = [STEPS.length, -1]
  while (enough - tooFew > 1) {
    const middle = (enough + tooFew) >> 1
    if (leftOutOf(withMore(input, STEPS[middle] ?? 0)).length === 0) enough = middle
    else tooFew = middle
  }
  return STEPS[enough]
}

function withMore(input: PlanInput, more: number): PlanInput {
  const { minutesOn } = input.cards
  return { ...input, cards: { ...input.cards, minutesOn: (day) => minutesOn(day) + more } }
}
