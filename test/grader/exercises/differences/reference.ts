import type { Nd } from '#kit'

/** Of each number of one with each of the other. */
export function differences(a: Nd<'f64'>, b: Nd<'f64'>): Nd<'f64'> {
  const data = [...a.data].flatMap((one) => [...b.data].map((other) => one - other))
  return { shape: [a.data.length, b.data.length], data: Float64Array.from(data) }
}
