/** The most that a double needs. */
const ALL = 17

/** Whole numbers in full, others with so many significant digits at most, or as many as stand before the point. */
export function withDigits(value: number, digits: number): string {
  if (Number.isInteger(value)) return String(value)
  const whole = Math.abs(value) < 1 ? 0 : String(Math.trunc(Math.abs(value))).length
  return String(Number(value.toPrecision(Math.max(digits, whole))))
}

/** How many tell the two apart, `least` or more; `least` where none do. */
export function digitsApart(one: number, other: number, least: number): number {
  for (let digits = least; digits <= ALL; digits++) {
    if (withDigits(one, digits) !== withDigits(other, digits)) return digits
  }
  return least
}
