import type { Nd } from '#kit'

/** The pixels of at most a threshold, and the others. */
export interface Split {
  readonly threshold: number
  readonly dark: readonly number[]
  readonly bright: readonly number[]
}

/** One for each value that occurs, but the largest, the smallest first. */
export function splitsOf(greys: readonly number[]): readonly Split[] {
  const levels = [...new Set(greys)].sort((a, b) => a - b)
  return levels.slice(0, -1).map((threshold) => ({
    threshold,
    dark: greys.filter((grey) => grey <= threshold),
    bright: greys.filter((grey) => grey > threshold),
  }))
}

export function betweenClasses({ dark, bright }: Split): number {
  return dark.length * bright.length * (mean(dark) - mean(bright)) ** 2
}

export function mean(greys: readonly number[]): number {
  return greys.reduce((sum, grey) => sum + grey, 0) / greys.length
}

/** Whether the best split is better than every other by more than what rounding may make of it. */
export function hasOneBestSplit({ data }: Nd<'u8'>): boolean {
  const [best = 1, second = 0] = splitsOf([...data])
    .map(betweenClasses)
    .sort((a, b) => b - a)
  return second < best * (1 - 1e-9)
}
