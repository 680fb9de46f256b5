import type { Dialogue } from '../run/dialogue.ts'
import { processMsBetween } from '../run/process-usage.ts'

/** CPU time that a program uses and that no batch shows. */
export interface Unaccounted {
  /** @param cpuMs what a batch was found to have used */
  readonly add: (cpuMs: number) => void
  /** From the beginning until now: of threads that ended within a batch, or worked on after its answer. */
  readonly ms: () => number
}

/**
 * A batch alone hides what the system's coarser account may be off by, 20 ms, which can be all that a short
 * one takes; over the whole measurement no more than that is hidden, however short its batches are.
 */
export function unaccounted({ usage }: Dialogue): Unaccounted {
  const began = usage()
  let accountedMs = 0
  return {
    add(cpuMs) {
      accountedMs += cpuMs
    },
    ms() {
      const now = usage()
      return began && now ? Math.max(0, processMsBetween(began, now) - accountedMs) : 0
    },
  }
}
