import { setTimeout as pause } from 'node:timers/promises'
import type { DurablePostgres } from './durable-postgres.ts'
import type { KeptProgram } from './kept-program.ts'

export interface Victims {
  readonly workers: readonly KeptProgram[]
  readonly hub: KeptProgram
  readonly postgres: DurablePostgres
}

export interface Strikes {
  readonly workers: number
  readonly hub: number
  readonly postgres: number
}

/** Which strike is not at a worker. */
const HUB_AT = 2
const POSTGRES_AT = 4

/** Until the signal. Each victim is back before the next is struck. */
export async function makeTrouble(victims: Victims, everyMs: number, signal: AbortSignal): Promise<Strikes> {
  const struck = { workers: 0, hub: 0, postgres: 0 }
  for (let at = 1; await quiet(everyMs, signal); at++) {
    if (at === HUB_AT) {
      await restart(victims.hub)
      struck.hub++
    } else if (at === POSTGRES_AT) {
      await victims.postgres.restart()
      struck.postgres++
    } else {
      const worker = victims.workers[struck.workers % victims.workers.length]
      if (worker) await restart(worker)
      struck.workers++
    }
  }
  return struck
}

async function restart(program: KeptProgram): Promise<void> {
  await program.kill()
  await program.start()
}

/** Whether nobody called. */
function quiet(ms: number, signal: AbortSignal): Promise<boolean> {
  return pause(ms, true, { signal }).catch(() => false)
}
