/** Two texts are near duplicates when they share this part of all their words (Jaccard): about one word in ten differs. */
export const DUPLICATE_OVERLAP = 0.8

export interface NearPair<T> {
  readonly first: T
  readonly second: T
  /** From 0 to 1. */
  readonly overlap: number
}

/**
 * Pairs of near duplicates, in the order of the items. Only items that share one of their rarest words are compared: two sets
 * cannot overlap by t when none of the rarest (1 - t) of either is in the other (Chaudhuri, Ganti & Kaushik 2006).
 */
export function findNearDuplicates<T>(
  items: readonly T[],
  textOf: (item: T) => string,
  mayCompare: (first: T, second: T) => boolean,
): readonly NearPair<T>[] {
  const words = items.map((item) => wordsOf(textOf(item)))
  const frequency = new Map<string, number>()
  for (const set of words) for (const word of set) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  const index = new Map<string, number[]>()
  const pairs: NearPair<T>[] = []
  items.forEach((second, at) => {
    const own = words[at] ?? new Set()
    const candidates = new Set<number>()
    for (const word of rarest(own, frequency)) {
      const holders = index.get(word) ?? []
      for (const holder of holders) candidates.add(holder)
      index.set(word, holders)
      holders.push(at)
    }
    for (const candidate of candidates) {
      const first = items[candidate]
      if (first === undefined || !mayCompare(first, second)) continue
      const overlap = jaccard(words[candidate] ?? new Set(), own)
      if (overlap >= DUPLICATE_OVERLAP) pairs.push({ first, second, overlap })
    }
  })
  return pairs
}

/** Words, figures and LaTeX commands in lower case; Chinese by pairs of characters. */
function wordsOf(text: string): ReadonlySet<string> {
  const plain = text.normalize('NFKC').toLowerCase()
  const latin = plain.match(/[\p{L}\p{N}]+(?:\.\p{N}+)?/gu) ?? []
  const words = latin.flatMap((word) => (/\p{Script=Han}/u.test(word) ? pairsOf(word) : [word]))
  return new Set(words)
}

function pairsOf(word: string): readonly string[] {
  const chars = [...word]
  return chars.length === 1 ? chars : chars.slice(1).map((char, at) => `${chars[at]}${char}`)
}

function rarest(words: ReadonlySet<string>, frequency: ReadonlyMap<string, number>): readonly string[] {
  const count = words.size - Math.ceil(DUPLICATE_OVERLAP * words.size) + 1
  return [...words]
    .sort((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1))
    .slice(0, count)
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  return shared / (a.size + b.size - shared || 1)
}
