import fc from 'fast-check'

const HALVES_FROM = 0xd800
const HALVES = 0x800
const LAST = 0x10ffff

/**
 * Any code point but half a pair, as fast-check's own unit `binary`. That one makes a table of all of them, once for each place that asks
 * for it: a second, and 60 MB for as long as the worker lives.
 */
export const codePoint: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: LAST - HALVES })
  .map((place) => String.fromCodePoint(place < HALVES_FROM ? place : place + HALVES), placeOf)

/** What fast-check shrinks, and the strings that are dangerous to JavaScript, which it draws too, come back this way. */
function placeOf(letter: unknown): number {
  const point = typeof letter === 'string' ? letter.codePointAt(0) : undefined
  if (point === undefined || String.fromCodePoint(point) !== letter)
    throw new Error('It is not one code point.')
  return point < HALVES_FROM ? point : point - HALVES
}
