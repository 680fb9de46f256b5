/** Where to read: an index inside the image, `'zero'` for a black pixel, `'skip'` for none. */
export type BorderPixel = number | 'zero' | 'skip'
/** Where an index is read that may lie outside of `length`. */
export type Border = (index: number, length: number) => BorderPixel

/** a a | a b c d | d d */
export function replicate(index: number, length: number): number {
  return Math.min(Math.max(index, 0), length - 1)
}

/** b a | a b c d | d c */
export function reflect(index: number, length: number): number {
  const folded = wrap(index, 2 * length)
  return Math.min(folded, 2 * length - 1 - folded)
}

/** c b | a b c d | c b */
export function reflect101(index: number, length: number): number {
  if (length === 1) return 0
  const period = 2 * (length - 1)
  const folded = wrap(index, period)
  return Math.min(folded, period - folded)
}

/** c d | a b c d | a b */
export function wrap(index: number, length: number): number {
  return ((index % length) + length) % length
}

/** 0 0 | a b c d | 0 0 */
export function zero(index: number, length: number): BorderPixel {
  return index >= 0 && index < length ? index : 'zero'
}

/** | a b c d | */
export function skip(index: number, length: number): BorderPixel {
  return index >= 0 && index < length ? index : 'skip'
}
