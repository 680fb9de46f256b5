import { availableParallelism } from 'node:os'

export type Limit = <R>(work: () => Promise<R>) => Promise<R>

/** Lets as many works run at a time as there are processors; the others wait for their turn, in order. */
export function createLimit(most = availableParallelism()): Limit {
  const waiting: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      // Its place goes to the next without ever being free.
      if (next) next()
      else running--
    }
  }
}
