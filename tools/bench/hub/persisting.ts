import { setTimeout as pause } from 'node:timers/promises'
import { Problem } from '../../../src/core/problem.ts'

const AWAY_MS = 500
const MOST_ATTEMPTS = 240

/** What a learner does whose hub is away: the same again. */
export async function persisting<T>(work: () => Promise<T>, onAway?: (problem: Problem) => void): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Problem) || attempt === MOST_ATTEMPTS) throw error
      onAway?.(error)
      await pause(AWAY_MS)
    }
  }
}
