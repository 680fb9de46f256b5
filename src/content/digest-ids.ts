import type { CardId } from '../core/ids.ts'

/** Tells whether two sets of ids are the same without looking at each id. */
export function digestIds(ids: readonly CardId[]): string {
  return digestSorted(ids.toSorted().join('\n'))
}

/**
 * Of ids in alphabetical order, with a line's end between. Nobody makes two sets meet on purpose, and to load
 * Node's hashes takes longer than to compute these two of 32 bits for a hundred thousand ids.
 */
export function digestSorted(sorted: string): string {
  let [one, other] = [0x811c9dc5, 0x9e3779b9]
  for (let at = 0; at < sorted.length; at++) {
    const code = sorted.charCodeAt(at)
    one = Math.imul(one ^ code, 0x01000193)
    other = Math.imul(other ^ code, 0x85ebca6b) ^ (other >>> 15)
  }
  return `${sorted.length}-${one >>> 0}-${other >>> 0}`
}
