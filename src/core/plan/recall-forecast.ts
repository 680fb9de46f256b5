import { sum } from '../sum.ts'

/** The share of some items that will be recalled: as expected, and between which shares it lies nine times in ten. */
export interface RecallForecast {
  readonly mean: number
  readonly low: number
  readonly high: number
}

const TAIL = 0.05

/** With which probability each item is recalled, if things go in one way, and how probable that way is. */
export interface PossibleRecalls {
  readonly recalls: readonly number[]
  readonly weight: number
}

/** In each way the number of items recalled is Poisson-binomial. Undefined: there are no items. */
export function forecastRecall(ways: readonly PossibleRecalls[]): RecallForecast | undefined {
  const count = ways[0]?.recalls.length ?? 0
  if (count === 0) return undefined
  const chances = new Float64Array(count + 1)
  let mean = 0
  for (const { recalls, weight } of ways) {
    addRecalled(chances, recalls, weight)
    mean += (weight * sum(recalls)) / count
  }
  return { mean, low: quantile(chances, TAIL) / count, high: quantile(chances, 1 - TAIL) / count }
}

/** So improbable numbers are left out on the way, which keeps ten thousand items quick. */
const NEGLIGIBLE = 1e-12

/** Adds how probable it is that so many are recalled, for each number. */
function addRecalled(chances: Float64Array, recalls: readonly number[], share: number): void {
  let first = 0
  let some: number[] = [1]
  for (const recall of recalls) {
    const next = new Array<number>(some.length + 1).fill(0)
    for (const [at, chance] of some.entries()) {
      next[at] = (next[at] ?? 0) + chance * (1 - recall)
      next[at + 1] = (next[at + 1] ?? 0) + chance * recall
    }
    const from = next.findIndex((chance) => chance > NEGLIGIBLE)
    first += from
    some = next.slice(from, next.findLastIndex((chance) => chance > NEGLIGIBLE) + 1)
  }
  for (const [at, chance] of some.entries()) {
    chances[first + at] = (chances[first + at] ?? 0) + chance * share
  }
}

/** The least number that is reached or stayed below with at least that probability. */
function quantile(chances: Float64Array, probability: number): number {
  let reached = 0
  const at = chances.findIndex((chance) => {
    reached += chance
    return reached >= probability
  })
  return at < 0 ? chances.length - 1 : at
}
