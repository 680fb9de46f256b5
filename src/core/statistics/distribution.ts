import type { StudyDay } from '../day.ts'
import type { LastingMemory } from '../memory.ts'
import type { Scheduler } from '../scheduler.ts'

/** How many values lie from `from` up to below `to`; undefined: without end. */
export interface Bucket {
  readonly from: number
  readonly to: number | undefined
  readonly count: number
}

export interface Distribution {
  readonly buckets: readonly Bucket[]
  /** Undefined where there is no value. */
  readonly median: number | undefined
}

export interface Distributions {
  /** Days. */
  readonly stability: Distribution
  readonly difficulty: Distribution
  /** Today. */
  readonly retrievability: Distribution
}

const STABILITY_EDGES = [0, 1, 3, 7, 14, 30, 60, 120, 240, 480, 960]
const DIFFICULTY_EDGES = [1, 2, 3, 4, 5, 6, 7, 8, 9]
const RETRIEVABILITY_EDGES = Array.from({ length: 20 }, (_, at) => at / 20)

export function distributionsOf(
  memories: readonly LastingMemory[],
  day: StudyDay,
  scheduler: Scheduler,
): Distributions {
  return {
    stability: distribution(
      memories.map(({ stability }) => stability),
      STABILITY_EDGES,
      undefined,
    ),
    difficulty: distribution(
      memories.map(({ difficulty }) => difficulty),
      DIFFICULTY_EDGES,
      10,
    ),
    retrievability: distribution(
      memories.map((memory) => scheduler.retrievability(memory, day)),
      RETRIEVABILITY_EDGES,
      1,
    ),
  }
}

/** The last bucket has its end too. @param edges where each begins, rising; no value lies below the first */
function distribution(
  values: readonly number[],
  edges: readonly number[],
  end: number | undefined,
): Distribution {
  const counts = new Array<number>(edges.length).fill(0)
  for (const value of values) {
    const at = Math.max(
      0,
      edges.findLastIndex((edge) => edge <= value),
    )
    counts[at] = (counts[at] ?? 0) + 1
  }
  const buckets = edges.map((from, at) => ({ from, to: edges[at + 1] ?? end, count: counts[at] ?? 0 }))
  return { buckets, median: median(values) }
}

/** The lower of the two in the middle. */
function median(values: readonly number[]): number | undefined {
  return Float64Array.from(values).sort()[Math.floor((values.length - 1) / 2)]
}
