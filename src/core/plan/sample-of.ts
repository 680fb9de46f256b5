import type { Morning } from './policy.ts'

/** So many items over two months tell as well which way is the better one; over a year fewer must do. */
const ENOUGH = 250
const ENOUGH_DAYS = 60
const LEAST = 60
/** A day must still hold some of them. */
const NEW_ONES_A_DAY = 10

/** Every so-manieth item with as small a share of the minutes, so that what is imagined often costs little. */
export function sampleOf(morning: Morning): Morning {
  const { items, minutesOn, today, interview } = morning
  const enough = Math.max(LEAST, ENOUGH * Math.min(1, ENOUGH_DAYS / (interview - today)))
  const longest = items.reduce((most, { minutes }) => Math.max(most, minutes.first), 0)
  const room = minutesOn(today + 1) / Math.max(longest, 1e-6) / NEW_ONES_A_DAY
  const every = Math.max(1, Math.floor(Math.min(items.length / enough, room)))
  if (every === 1) return morning
  const inOrder = items.toSorted(
    (one, other) =>
      Number(one.memory === undefined) - Number(other.memory === undefined) || one.order - other.order,
  )
  return {
    ...morning,
    items: inOrder.filter((_, at) => at % every === Math.floor(every / 2)),
    minutesOn: (day) => minutesOn(day) / every,
  }
}
