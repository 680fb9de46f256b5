import { type DisjointGroups, disjointGroups } from './disjoint-groups.ts'
import { neededShare, neededWords, overlapFinder, overlapOf } from './set-overlap.ts'
import { type WordSet, wordSets } from './word-sets.ts'

/**
 * Two texts are near duplicates when they share this part of all their words (Jaccard): about one word in ten
 * differs.
 */
export const DUPLICATE_OVERLAP = 0.8

export interface NearDuplicates<T> {
  /** At least two, in the order of the items; each is a near duplicate of some other. */
  readonly members: readonly T[]
  /** How much the first two share, from 0 to 1. */
  readonly overlap: number
}

/**
 * Groups of near duplicates, in the order of their first members. Exact, yet only texts that share one of
 * their rarest words are compared (PPJoin: Xiao et al. 2008), and none with a second member of a group that
 * it has already joined: a template that was filled 20,000 times costs about what as many different texts do.
 */
export function findNearDuplicates<T>(
  items: readonly T[],
  textOf: (item: T) => string,
): readonly NearDuplicates<T>[] {
  const sets = wordSets(items.map(textOf))
  const groups = disjointGroups(sets.length)
  joinSimilar(sets, joinEqual(sets, groups), groups)
  const members = Map.groupBy(sets.keys(), (at) => groups.groupOf(at))
  return [...members.values()]
    .filter(({ length }) => length > 1)
    .map((group) => ({
      members: picked(items, group),
      overlap: overlapOf(...(picked(sets, group) as [WordSet, WordSet])),
    }))
}

/** Returns one of each group of equal sets. A text without words is like no other. */
function joinEqual(sets: readonly WordSet[], groups: DisjointGroups): readonly number[] {
  const firsts = new Map<string, number>()
  sets.forEach((set, at) => {
    if (set.length === 0) return
    const key = set.join()
    const first = firsts.get(key)
    if (first === undefined) firsts.set(key, at)
    else groups.join(first, at)
  })
  return [...firsts.values()]
}

/** Of each word the sets that hold it, by the group in which each was when it came. */
type Index = Map<number, Map<number, number[]>>

/**
 * Smaller sets come first: a larger one that is similar misses few of their words, so few of them need to be
 * in the index.
 */
function joinSimilar(sets: readonly WordSet[], distinct: readonly number[], groups: DisjointGroups): void {
  const findOverlapping = overlapFinder(sets, DUPLICATE_OVERLAP)
  const index: Index = new Map()
  const sizeOf = (at: number) => sets[at]?.length ?? 0
  for (const at of distinct.toSorted((a, b) => sizeOf(a) - sizeOf(b) || a - b)) {
    for (const word of rarestWords(sets[at], neededWords(sizeOf(at), DUPLICATE_OVERLAP))) {
      for (const holders of index.get(word)?.values() ?? []) {
        if (groups.groupOf(holders[0] ?? at) === groups.groupOf(at)) continue
        const similar = findOverlapping(holders, at)
        if (similar !== undefined) groups.join(similar, at)
      }
    }
    for (const word of rarestWords(sets[at], neededShare(2 * sizeOf(at), DUPLICATE_OVERLAP))) {
      addTo(index, word, groups.groupOf(at), at)
    }
  }
}

/** So many that a set without any of them cannot share `needed` words. */
function rarestWords(set: WordSet | undefined, needed: number): WordSet {
  return set === undefined ? new Int32Array() : set.subarray(0, set.length - needed + 1)
}

function addTo(index: Index, word: number, group: number, at: number): void {
  const holders = index.getOrInsertComputed(word, () => new Map<number, number[]>())
  holders.getOrInsertComputed(group, () => []).push(at)
}

function picked<T>(items: readonly T[], places: readonly number[]): readonly T[] {
  return places.flatMap((at) => items.slice(at, at + 1))
}
