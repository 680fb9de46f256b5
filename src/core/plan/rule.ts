import { schedulerFor } from '../parameters-by-scope.ts'
import type { Forgetting } from '../scheduler.ts'
import type { Morning, PlannedItem, PlannedMemory, Policy } from './policy.ts'
import { minutesOf } from './take-within.ts'

/** A way to spend the minutes until the interview, told by a few numbers. */
export interface Rule {
  /** The last so many days before the interview begin nothing new. */
  readonly newUntil: number
  /** New items that stand further back in their order are never begun. */
  readonly lastNew: number
  /** A memory is due when its recall has fallen so far. */
  readonly threshold: number
  /** In the last so many days spare minutes go to those that would be recalled least on the date. */
  readonly lastPass: number
}

/**
 * First as many new ones as reach the end evenly, then what is due, the best kept first: where minutes are short, what is nearly lost costs more than
 * it brings. What is left of the day goes to more new ones, and in the last days once over the weakest.
 */
export function policyOf(rule: Rule): Policy {
  return (morning) => {
    const { today, interview, minutesOn } = morning
    const day = createDay(minutesOn(today))
    const fresh = newOf(rule, morning)
    const left = interview - today
    const quota = left > rule.newUntil ? Math.ceil(fresh.length / (left - rule.newUntil)) : 0
    day.add(fresh.slice(0, quota))
    day.add(dueOf(rule, morning))
    if (quota > 0) day.add(fresh.slice(quota))
    if (left <= rule.lastPass && day.hasRoom()) day.add(weakestOf(morning))
    return day.ids()
  }
}

type Seen = PlannedItem & { readonly memory: PlannedMemory }

function newOf({ lastNew }: Rule, { items }: Morning): readonly PlannedItem[] {
  return items
    .filter(({ memory, order }) => memory === undefined && order <= lastNew)
    .sort((one, other) => one.order - other.order)
}

function dueOf({ threshold }: Rule, { items, parameters, today }: Morning): readonly Seen[] {
  const age = ageAt(threshold, schedulerFor(parameters).forgetting)
  const due = items.filter(
    (item): item is Seen =>
      item.memory !== undefined &&
      today - item.memory.lastDay >= Math.max(1, Math.round(age * item.memory.stability)),
  )
  return due.sort((one, other) => ageOf(one, today) - ageOf(other, today))
}

function weakestOf({ items, today, interview }: Morning): readonly Seen[] {
  return items
    .filter((item): item is Seen => item.memory !== undefined && item.memory.lastDay < today)
    .sort((one, other) => ageOf(other, interview) - ageOf(one, interview))
}

/** In stabilities: recall falls with it alone. */
function ageOf({ memory }: Seen, day: number): number {
  return (day - memory.lastDay) / memory.stability
}

/** The age at which recall has fallen so far. */
function ageAt(recall: number, { factor, decay }: Forgetting): number {
  return (recall ** (1 / decay) - 1) / factor
}

/** Each item once, and no more than the day may have room for. */
function createDay(minutes: number) {
  const order = new Set<string>()
  let left = minutes
  return {
    add: (items: readonly PlannedItem[]): void => {
      for (const item of items) {
        if (left <= 0) return
        if (!order.has(item.id)) left -= minutesOf(item)
        order.add(item.id)
      }
    },
    hasRoom: () => left > 0,
    ids: (): readonly string[] => [...order],
  }
}
