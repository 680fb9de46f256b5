/** How many outcomes of each kind were foretold with each probability, to a ten-thousandth. */
export interface Outcomes {
  readonly recalled: Uint32Array
  readonly forgotten: Uint32Array
}

const FINENESS = 10_000

export function noOutcomes(): Outcomes {
  return { recalled: new Uint32Array(FINENESS + 1), forgotten: new Uint32Array(FINENESS + 1) }
}

export function countOutcome(outcomes: Outcomes, probability: number, recalled: boolean): void {
  const counts = recalled ? outcomes.recalled : outcomes.forgotten
  const at = Math.round(probability * FINENESS)
  counts[at] = (counts[at] ?? 0) + 1
}

/**
 * The chance that of two reviews, one recalled and one forgotten, the recalled one was foretold with the
 * higher probability, ties counting half: the area under the ROC curve. Undefined where all came out alike.
 */
export function areaUnderRoc({ recalled, forgotten }: Outcomes): number | undefined {
  let [pairs, right, below] = [0, 0, 0]
  for (let at = 0; at <= FINENESS; at++) {
    const [good, bad] = [recalled[at] ?? 0, forgotten[at] ?? 0]
    right += good * (below + bad / 2)
    below += bad
    pairs += good
  }
  pairs *= below
  return pairs === 0 ? undefined : right / pairs
}

/** Reviews that were foretold with about the same probability. */
export interface CalibrationPoint {
  readonly from: number
  readonly to: number
  /** The mean of what was foretold. */
  readonly predicted: number
  readonly recalled: number
  readonly total: number
}

const POINTS = 20

/** By twentieths of probability, those without a review left out; 1 belongs to the last. */
export function calibrationPoints({ recalled, forgotten }: Outcomes): readonly CalibrationPoint[] {
  return Array.from({ length: POINTS }, (_, at) => {
    const [from, to] = [at / POINTS, (at + 1) / POINTS]
    const width = FINENESS / POINTS
    const end = at === POINTS - 1 ? FINENESS + 1 : (at + 1) * width
    let [sum, good, total] = [0, 0, 0]
    for (let place = at * width; place < end; place++) {
      const count = (recalled[place] ?? 0) + (forgotten[place] ?? 0)
      sum += count * (place / FINENESS)
      good += recalled[place] ?? 0
      total += count
    }
    return { from, to, predicted: sum / total, recalled: good, total }
  }).filter(({ total }) => total > 0)
}

/** Place, recalled, forgotten; only where there is something. */
export type PackedOutcomes = readonly (readonly [number, number, number])[]

export function packOutcomes({ recalled, forgotten }: Outcomes): PackedOutcomes {
  return Array.from(recalled, (good, at) => [at, good, forgotten[at] ?? 0] as const).filter(
    ([, good, bad]) => good + bad > 0,
  )
}

export function unpackOutcomes(packed: PackedOutcomes): Outcomes {
  const outcomes = noOutcomes()
  for (const [at, good, bad] of packed) {
    outcomes.recalled[at] = good
    outcomes.forgotten[at] = bad
  }
  return outcomes
}
