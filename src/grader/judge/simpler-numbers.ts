/**
 * What a reader takes in faster, the simplest first. Each step shortens the number or brings it nearer to
 * zero, so it comes to an end.
 */
export function simplerNumbers(value: number): readonly number[] {
  const candidates = Number.isInteger(value)
    ? [0, 1, Math.trunc(value / 2), value - 2 * Math.sign(value), value - Math.sign(value)]
    : [0, 1, Math.trunc(value), roundedTo(1, value), roundedTo(2, value)]
  return [...new Set(candidates)].filter((candidate) => isSimpler(candidate, value))
}

function roundedTo(digits: number, value: number): number {
  return Number(value.toPrecision(digits))
}

function isSimpler(one: number, other: number): boolean {
  const [length, against] = [lengthOf(one), lengthOf(other)]
  return length === against ? Math.abs(one) < Math.abs(other) : length < against
}

/** Of the seven digits that an f32 has: 0.3 is as short in it as in an f64. */
function lengthOf(value: number): number {
  return String(roundedTo(7, value)).length
}
