import type { Nd } from '#kit'

/** The sum of max(values[i], values[j]) over all pairs, with no more memory than the values take. */
export function outerSum({ data }: Nd<'f64'>): number {
  let sum = 0
  for (const one of data) {
    for (const other of data) sum += Math.max(one, other)
  }
  return sum
}
