import type { StartCommand } from '../protocol/language.ts'
import { type Launcher, openLauncher } from './launcher.ts'
import { type Mother, startMother } from './mother.ts'
import { createScratch } from './scratch.ts'
import type { Run, Started } from './started.ts'

/**
 * Processes that are forked from one which has loaded all that they have in common, and are held as those are
 * that were started by themselves: the same layer, limits, folder and descriptors. What one of them does, no
 * other sees.
 */
export interface Nursery {
  /** Its processes see no other folder than those in here, each its own. */
  readonly folder: string
  /** Undefined where that cannot be: then a process is started by itself. */
  readonly fork: (mother: StartCommand, run: Run) => Promise<Started | undefined>
  /**
   * Started by itself all the same, but by a process smaller than this one.
   * @param program launching.ts, as it is built
   */
  readonly launch: (program: string, run: Run) => Promise<Started | undefined>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

export function openNursery(): Nursery {
  const scratch = createScratch()
  const launchers = new Map<string, Launcher>()
  const mothers = new Map<string, Promise<Mother | undefined>>()
  return {
    folder: scratch.folder,
    async fork(command, run) {
      if (process.platform !== 'linux') return undefined
      const key = JSON.stringify([command, run.layer.kind])
      const mother = await mothers.getOrInsertComputed(key, () => startMother(command, run, scratch.folder))
      return mother?.fork(run)
    },
    async launch(program, run) {
      if (process.platform !== 'linux') return undefined
      return launchers.getOrInsertComputed(program, openLauncher).launch(run)
    },
    async [Symbol.asyncDispose]() {
      for (const launcher of launchers.values()) await launcher.stop()
      for (const mother of mothers.values()) await (await mother)?.stop()
      scratch[Symbol.dispose]()
    },
  }
}
