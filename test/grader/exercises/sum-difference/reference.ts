import type { Nd } from '#kit'

export function sumDifference(a: Nd<'f64'>, b: Nd<'f64'>): { sum: Nd<'f64'>; difference: Nd<'f64'> } {
  const each = (of: (one: number, other: number) => number) =>
    a.data.map((one, at) => of(one, b.data[at] as number))
  return {
    sum: { shape: a.shape, data: each((one, other) => one + other) },
    difference: { shape: a.shape, data: each((one, other) => one - other) },
  }
}
