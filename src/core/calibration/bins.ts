import type { Prediction } from './prediction.ts'

/** Reviews that are alike in interval, number and lapses. */
export interface Bin {
  readonly count: number
  readonly recalled: number
  /** Sums of the probabilities that the scheduler and the moving average foretold. */
  readonly scheduler: number
  readonly average: number
}

const EMPTY_BIN: Bin = { count: 0, recalled: 0, scheduler: 0, average: 0 }

/** As the FSRS benchmark bins for RMSE(bins), in whose tables each bin has another name for the same steps. */
export function binOf({ elapsedDays, nth, lapses }: Prediction): string {
  return [stepOf(elapsedDays, 3.62), stepOf(nth, 1.89), lapses === 0 ? -1 : stepOf(lapses, 1.73)].join(' ')
}

function stepOf(value: number, base: number): number {
  return Math.floor(Math.log(value) / Math.log(base))
}

export function withPrediction(
  bin: Bin = EMPTY_BIN,
  scheduler: number,
  average: number,
  recalled: boolean,
): Bin {
  return {
    count: bin.count + 1,
    recalled: bin.recalled + Number(recalled),
    scheduler: bin.scheduler + scheduler,
    average: bin.average + average,
  }
}

/** RMSE(bins): between what was foretold and what came of it, by the mean of each bin, weighed by its reviews. */
export function rmseOfBins(bins: Iterable<Bin>, by: 'scheduler' | 'average'): number {
  let [sum, count] = [0, 0]
  for (const bin of bins) {
    sum += (bin[by] - bin.recalled) ** 2 / bin.count
    count += bin.count
  }
  return Math.sqrt(sum / count)
}
