/** A partition of so many or fewer is sorted by insertion. */
const SMALL = 16

/**
 * `np.argsort` by its default, which is not stable: the quicksort of numpy's `npysort`, without what it has
 * for newer processors.
 */
export function argsortAsNumpy(keys: readonly number[]): number[] {
  const order = Array.from(keys.keys())
  const key = (at: number) => keys[order[at] as number] as number
  const swap = (a: number, b: number) => {
    ;[order[a], order[b]] = [order[b] as number, order[a] as number]
  }

  /** Puts the median of three in its place, smaller ones before it, larger ones behind: where it is. */
  function partition(first: number, last: number): number {
    const middle = first + ((last - first) >> 1)
    if (key(middle) < key(first)) swap(middle, first)
    if (key(last) < key(middle)) swap(last, middle)
    if (key(middle) < key(first)) swap(middle, first)
    const pivot = key(middle)
    swap(middle, last - 1)
    let [up, down] = [first, last - 1]
    for (;;) {
      do up++
      while (key(up) < pivot)
      do down--
      while (pivot < key(down))
      if (up >= down) break
      swap(up, down)
    }
    swap(up, last - 1)
    return up
  }

  function insertEach(first: number, last: number): void {
    for (let next = first + 1; next <= last; next++)
      for (let at = next; at > first && key(at) < key(at - 1); at--) swap(at, at - 1)
  }

  function sort(first: number, last: number): void {
    if (last - first < SMALL) {
      insertEach(first, last)
      return
    }
    const pivot = partition(first, last)
    sort(first, pivot - 1)
    sort(pivot + 1, last)
  }

  sort(0, order.length - 1)
  return order
}
