import type { PlannedItem } from './policy.ts'

/** Those of a day's order that it has minutes for; what has no room is passed over. */
export function takeWithin<Item extends PlannedItem>(
  order: Iterable<Item>,
  minutes: number,
): readonly Item[] {
  const taken: Item[] = []
  let left = minutes + ROUNDING
  for (const item of order) {
    const takes = minutesOf(item)
    if (takes > left) continue
    left -= takes
    taken.push(item)
  }
  return taken
}

/** Sixty times half a minute are thirty minutes. */
const ROUNDING = 1e-9

export function minutesOf({ memory, minutes }: PlannedItem): number {
  return memory === undefined ? minutes.first : minutes.again
}
