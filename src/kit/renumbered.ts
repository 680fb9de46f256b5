import type { Random } from '../core/random.ts'

/** Other numbers for ids, anywhere in i32 and in the same order; `mix` takes that away, where none is meant. */
export function renumbered(
  random: Random,
  ids: readonly number[],
  mix: (numbers: readonly number[]) => readonly number[] = (numbers) => numbers,
): (id: number) => number {
  const known = [...new Set(ids)].sort((one, other) => one - other)
  const drawn = new Set<number>()
  while (drawn.size < known.length) drawn.add(random.int(-(2 ** 31), 2 ** 31 - 1))
  const numbers = mix([...drawn].sort((one, other) => one - other))
  const other = new Map(known.map((id, at) => [id, numbers[at] ?? id]))
  return (id) => other.get(id) ?? id
}
