/** The most that a double needs. */
const ALL = 17

/** Whole numbers in full, others with so many significant digits at most. */
export function withDigits(value: number, digits: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(digits)))
}

/** How many tell the two apart, `least` or more; `least` where none do. */
export function digitsApart(one: number, other: number, least: number): number {
  for (let digits = least; digits <= ALL; digits++) {
    if (withDigits(one, digits) !== withDigits(other, digits)) return digits
  }
  return least
}
