/** The words of a text as numbers in rising order; the rarest word of all texts has the lowest. */
export type WordSet = Int32Array

export function wordSets(texts: readonly string[]): readonly WordSet[] {
  const words = texts.map(wordsOf)
  const rank = rankByRarity(words)
  return words.map((set) => Int32Array.from(set, (word) => rank.get(word) ?? 0).sort())
}

/**
 * Words, figures and LaTeX commands in lower case, but for single letters, which are names; Chinese by pairs
 * of characters.
 */
function wordsOf(text: string): ReadonlySet<string> {
  const latin = text.normalize('NFKC').match(/[\p{L}\p{N}]+(?:\.\p{N}+)?/gu) ?? []
  const words = latin.flatMap((word) => {
    if (/\p{Script=Han}/u.test(word)) return pairsOf(word)
    return [word.length > 1 ? word.toLowerCase() : word]
  })
  return new Set(words)
}

function pairsOf(word: string): readonly string[] {
  const chars = [...word]
  return chars.length === 1 ? chars : chars.slice(1).map((char, at) => `${chars[at]}${char}`)
}

/** Words that are equally rare stand in their own order, so that the files' order changes nothing. */
function rankByRarity(sets: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const frequency = new Map<string, number>()
  for (const set of sets) for (const word of set) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  const sorted = [...frequency].sort(([a, often], [b, oftenB]) => often - oftenB || (a < b ? -1 : 1))
  return new Map(sorted.map(([word], rank) => [word, rank]))
}
