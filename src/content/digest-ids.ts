import { hash } from 'node:crypto'
import type { CardId } from '../core/ids.ts'

/** Tells whether two sets of ids are the same without looking at each id. */
export function digestIds(ids: readonly CardId[]): string {
  return digestSorted(ids.toSorted().join('\n'))
}

/** Of ids in alphabetical order, with a line's end between. */
export function digestSorted(sorted: string): string {
  return hash('sha1', sorted)
}
