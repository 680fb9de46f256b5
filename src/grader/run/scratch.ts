import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeScratchFolder } from '../../disk/scratch-folder.ts'
import { atExit } from './at-exit.ts'
import { clearAfterDeath } from './outlive.ts'
import { userCache } from './user-cache.ts'

/** A folder of one submission's own, gone with all that it holds when disposed of. */
export function createScratch(within?: string): {
  readonly folder: string
  readonly [Symbol.dispose]: () => void
} {
  // Resolved: the permission model compares real paths, and /tmp is a link on macOS.
  const folder =
    within === undefined ? makeScratchFolder(userCache()) : mkdtempSync(join(realpathSync(within), 'anneal-'))
  const clearing = clearAfterDeath({ kind: 'folder', path: folder })
  function dispose(): void {
    leaving.callOff()
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
      clearing[Symbol.dispose]()
    } catch {
      // A verdict does not hang on it. What outlives this process tries once more.
    }
  }
  const leaving = atExit(dispose)
  return { folder, [Symbol.dispose]: dispose }
}
