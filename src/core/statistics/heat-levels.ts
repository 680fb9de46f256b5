/**
 * How full a day's square is: 0 without a review, else 1 to 4 by the quarter of the learner's own days that
 * it belongs to.
 */
export function levelsOf(counts: readonly number[]): (count: number) => number {
  const studied = counts.filter((count) => count > 0).sort((one, other) => one - other)
  const quartiles = [1, 2, 3].map((quarter) => studied[Math.floor((studied.length * quarter) / 4)] ?? 0)
  return (count) => (count === 0 ? 0 : 1 + quartiles.filter((quartile) => count >= quartile).length)
}
