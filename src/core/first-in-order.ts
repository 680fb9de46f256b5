/** The first so many in an order, the others unsorted. Equal ones stay as they were. */
export function firstInOrder<Item>(
  items: readonly Item[],
  count: number,
  compare: (one: Item, other: Item) => number,
): readonly Item[] {
  const first: Item[] = []
  for (const item of items) {
    const last = first[count - 1]
    if (last !== undefined && compare(last, item) <= 0) continue
    const behind = first.findLastIndex((one) => compare(one, item) <= 0)
    first.splice(behind + 1, 0, item)
    first.length = Math.min(first.length, count)
  }
  return first
}
