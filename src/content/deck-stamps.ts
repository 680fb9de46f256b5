import { statOf } from '../disk/stat-of.ts'
import { deckPaths } from './deck-paths.ts'

/** A deck's file and the state in which it is. */
export interface StampedPath {
  readonly path: string
  /**
   * Changes when the file does. Undefined where that cannot be told: what is kept of the file is then not to
   * be trusted.
   */
  readonly stamp: string | undefined
}

/**
 * A file that was changed so lately may be changed again without another time of change: the coarsest clock
 * of a disk ticks so slowly.
 */
const TICK_MS = 2000

/** @throws Error of the system when the folder cannot be read */
export function stampDecks(folder: string, now: number): readonly StampedPath[] {
  return deckPaths(folder).map((path) => ({ path, stamp: stampOf(path, now) }))
}

function stampOf(path: string, now: number): string | undefined {
  const found = statOf(path)
  if (found === undefined) return undefined
  const { size, mtimeMs, ctimeMs, ino } = found
  if (Math.max(mtimeMs, ctimeMs) > now - TICK_MS) return undefined
  return [size, mtimeMs, ctimeMs, ino].join(' ')
}
