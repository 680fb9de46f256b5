import { createGain } from './gain.ts'
import type { Morning, PlannedItem, Policy } from './policy.ts'

/**
 * Recall is judged so many times as late as the date: what is studied early must last, for later minutes may
 * be lacking.
 */
const HASTE = 1.5
/** How much of what the same study would add some days later counts against it today. */
const PATIENCE = 0.6
/** A study that adds less to the recall of an item is not worth the while. */
const LEAST = 0.01

/**
 * The planner: first what adds most to recall on the date a minute, and would add less some days later. Its
 * numbers were tuned on the learners for training of `npm run bench:plan`; docs/plan.md shows what comes of
 * it with others.
 */
export const planningPolicy: Policy = (morning) => {
  const judge = createValue(morning)
  const worthIt = morning.items
    .filter(({ memory }) => memory === undefined || memory.lastDay < morning.today)
    .map((item) => ({ item, ...judge(item) }))
    .filter(({ added }) => added >= LEAST)
  worthIt.sort((one, other) => other.urgency - one.urgency || one.item.order - other.item.order)
  return worthIt.map(({ item }) => item.id)
}

/** What a study today would add to the recall of the item, and how urgent that is a minute. */
interface StudyValue {
  readonly added: number
  readonly urgency: number
}

function createValue({ today, interview, parameters }: Morning): (item: PlannedItem) => StudyValue {
  const addedBy = createGain(parameters)
  const later = today + daysToWait(interview - today)
  const addedOn = (item: PlannedItem, day: number) => addedBy(item, day, day + HASTE * (interview - day))
  return rememberNew((item) => {
    const now = addedOn(item, today)
    const waited = later < interview ? addedOn(item, later).perMinute : 0
    return { added: now.added, urgency: item.weight * (now.perMinute - PATIENCE * waited) }
  })
}

/** Of a date far off a few days say nothing. */
function daysToWait(left: number): number {
  return Math.max(2, Math.round(0.07 * left))
}

/** New ones differ by what they take and what they count alone. */
function rememberNew(judge: (item: PlannedItem) => StudyValue): (item: PlannedItem) => StudyValue {
  const known = new Map<string, StudyValue>()
  return (item) => {
    if (item.memory !== undefined) return judge(item)
    const key = `${item.minutes.first} ${item.weight}`
    return known.getOrInsertComputed(key, () => judge(item))
  }
}
