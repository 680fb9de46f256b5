import { overlapOf } from './set-overlap.ts'
import { wordSets } from './word-sets.ts'

/**
 * Of two texts of which one was edited into the other most words are the same; a short one may have lost half
 * of them to one typo.
 */
const LEAST_OVERLAP = 0.4

/** The item whose text shares most words with `text`; undefined where none is like it, or two are so alike. */
export function nearestText<T>(
  text: string,
  items: readonly T[],
  textOf: (item: T) => string,
): T | undefined {
  const [wanted, ...sets] = wordSets([text, ...items.map(textOf)])
  if (wanted === undefined) return undefined
  const overlaps = sets.map((set) => overlapOf(wanted, set))
  const best = Math.max(LEAST_OVERLAP, ...overlaps)
  const [nearest, ...equals] = items.filter((_, at) => overlaps[at] === best)
  return equals.length > 0 ? undefined : nearest
}
