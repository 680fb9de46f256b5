/** Those of which it holds, and the others. */
export function partition<T>(
  all: readonly T[],
  holds: (one: T) => boolean,
): readonly [readonly T[], readonly T[]] {
  return [all.filter(holds), all.filter((one) => !holds(one))]
}
