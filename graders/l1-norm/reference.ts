import type { Nd } from '#kit'

export function l1Norm({ data }: Nd<'f64'>): number {
  return data.reduce((sum, x) => sum + Math.abs(x), 0)
}
