import type { WordSet } from './word-sets.ts'

/** The part of all words of two sets that both have (Jaccard): from 0 to 1. */
export function overlapOf(one: WordSet, other: WordSet): number {
  const shared = sharedWords(one, other)
  return shared / (one.length + other.length - shared || 1)
}

/** How many words two sets share at the least when they overlap by `overlap` and have `both` words together. */
export function neededShare(both: number, overlap: number): number {
  return atLeast((overlap / (1 + overlap)) * both)
}

/** How many of its words a set shares at the least with any that it overlaps by `overlap`. */
export function neededWords(size: number, overlap: number): number {
  return atLeast(overlap * size)
}

/** 8/9 of 9 words is 8 words, whatever the last bit says. */
function atLeast(words: number): number {
  return Math.ceil(words - 1e-9)
}

/**
 * Finds the first of some sets that overlaps with another by `overlap`, all named by their places. Most that
 * do not are told by 64 bits for each set: every word turns one of them over, so that as many words as bits
 * differ, at the least, are in one of the sets only (Sandes, Teodoro & Melo 2020).
 */
export function overlapFinder(
  sets: readonly WordSet[],
  overlap: number,
): (among: readonly number[], place: number) => number | undefined {
  const bits = Int32Array.from(sets.flatMap((set) => [bitsOf(set, 0), bitsOf(set, 1)]))
  const sizes = Int32Array.from(sets, ({ length }) => length)
  const needed = Int32Array.from({ length: 2 * largest(sizes) + 1 }, (_, both) => neededShare(both, overlap))
  return (among, place) => {
    const [size, low, high] = [at(sizes, place), at(bits, 2 * place), at(bits, 2 * place + 1)]
    return among.find((other) => {
      const both = size + at(sizes, other)
      const shared = at(needed, both)
      const apart = bitCount(low ^ at(bits, 2 * other)) + bitCount(high ^ at(bits, 2 * other + 1))
      if (apart > both - 2 * shared) return false
      return sharedWords(sets[place] ?? NO_WORDS, sets[other] ?? NO_WORDS, shared) >= shared
    })
  }
}

function largest(numbers: Int32Array): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0)
}

const NO_WORDS: WordSet = new Int32Array()
const at = (numbers: Int32Array, place: number): number => numbers[place] ?? 0

/** @param half which of the two halves of 64 bits */
function bitsOf(set: WordSet, half: 0 | 1): number {
  return set.reduce((bits, word) => (((word >> 5) & 1) === half ? bits ^ (1 << (word & 31)) : bits), 0)
}

/** Hacker's Delight (Warren 2012), figure 5-2. */
function bitCount(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555)
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333)
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Stops counting once `needed` cannot be reached. */
function sharedWords(one: WordSet, other: WordSet, needed = 0): number {
  let [atOne, atOther, shared] = [0, 0, 0]
  while (
    atOne < one.length &&
    atOther < other.length &&
    shared + Math.min(one.length - atOne, other.length - atOther) >= needed
  ) {
    const difference = at(one, atOne) - at(other, atOther)
    if (difference === 0) shared++
    if (difference <= 0) atOne++
    if (difference >= 0) atOther++
  }
  return shared
}
