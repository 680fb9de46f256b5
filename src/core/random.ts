/** A seeded source of randomness: the same seed gives the same draws on every machine and in every version. */
export interface Random {
  /** In [0, 1). */
  readonly real: () => number
  /** A whole number from `low` to `high`, both included. */
  readonly int: (low: number, high: number) => number
  readonly pick: <T>(items: readonly [T, ...T[]]) => T
  /** A new array. */
  readonly shuffle: <T>(items: readonly T[]) => T[]
  /** Standard normal. */
  readonly normal: () => number
}

/** sfc32 (Doty-Humphrey, PractRand) seeded from a string by xmur3. */
export function createRandom(seed: string): Random {
  const next = sfc32(seed)
  const real = () => next() / 4294967296
  const int = (low: number, high: number) => low + Math.floor(real() * (high - low + 1))
  return {
    real,
    int,
    pick: <T>(items: readonly [T, ...T[]]) => items[int(0, items.length - 1)] ?? items[0],
    shuffle: (items) => {
      const shuffled = [...items]
      for (let last = shuffled.length - 1; last > 0; last--) {
        const other = int(0, last)
        const held = shuffled[last] as (typeof shuffled)[number]
        shuffled[last] = shuffled[other] as (typeof shuffled)[number]
        shuffled[other] = held
      }
      return shuffled
    },
    // Box and Muller 1958; 1 - u keeps the logarithm finite.
    normal: () => Math.sqrt(-2 * Math.log(1 - real())) * Math.cos(2 * Math.PI * real()),
  }
}

function sfc32(seed: string): () => number {
  const hash = xmur3(seed)
  let [a, b, c, d] = [hash(), hash(), hash(), hash()] as [number, number, number, number]
  return () => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
}

/** Spreads a string over as many 32-bit words as are asked for. */
function xmur3(text: string): () => number {
  let state = 1779033703 ^ text.length
  for (let at = 0; at < text.length; at++) {
    state = Math.imul(state ^ text.charCodeAt(at), 3432918353)
    state = (state << 13) | (state >>> 19)
  }
  return () => {
    state = Math.imul(state ^ (state >>> 16), 2246822507)
    state = Math.imul(state ^ (state >>> 13), 3266489909)
    state ^= state >>> 16
    return state >>> 0
  }
}
