import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clearAfterDeath } from './outlive.ts'

/** A folder of one submission's own, gone with all that it holds when disposed of. */
export function createScratch(within = tmpdir()): {
  readonly folder: string
  readonly [Symbol.dispose]: () => void
} {
  // Resolved: the permission model compares real paths, and /tmp is a link on macOS.
  const folder = mkdtempSync(join(realpathSync(within), 'anneal-'))
  const clearing = clearAfterDeath({ kind: 'folder', path: folder })
  function dispose(): void {
    live.delete(dispose)
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
      clearing[Symbol.dispose]()
    } catch {
      // A verdict does not hang on it. What outlives this process tries once more.
    }
  }
  live.add(dispose)
  cleanUpAtExit()
  return { folder, [Symbol.dispose]: dispose }
}

const live = new Set<() => void>()
let watching = false

function cleanUpAtExit(): void {
  if (watching) return
  watching = true
  process.on('exit', () => {
    for (const dispose of live) dispose()
  })
}
