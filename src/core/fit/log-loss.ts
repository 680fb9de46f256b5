import { logLossOf } from '../calibration/calibration.ts'
import { type MemoryStrength, recallAfter, type Scheduler } from '../scheduler.ts'
import type { Sample, StudyHistory } from './samples.ts'

/** Of the samples, had the scheduler's weights held from the start. */
export function logLossOn(samples: readonly Sample[], scheduler: Scheduler): number {
  let sum = 0
  for (const [history, own] of Map.groupBy(samples, (sample) => sample.history)) {
    sum += lossOn(history, new Set(own.map(({ place }) => place)), scheduler)
  }
  return sum / samples.length
}

function lossOn(history: StudyHistory, places: ReadonlySet<number>, scheduler: Scheduler): number {
  const { strengthen, forgetting } = scheduler
  const last = Math.max(...places)
  let strength: MemoryStrength | undefined
  let sum = 0
  for (let place = 0; place <= last; place++) {
    const review = history[place]
    if (review === undefined) break
    const { elapsedDays, rating } = review
    if (strength && places.has(place)) {
      sum += logLossOf(recallAfter(forgetting, elapsedDays, strength), rating !== 'again')
    }
    strength = strengthen(strength, elapsedDays, rating)
  }
  return sum
}
