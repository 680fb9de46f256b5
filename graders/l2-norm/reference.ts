import type { Nd } from '#kit'

/** As BLAS's dnrm2 up to LAPACK 3.9: scaled by the largest magnitude, so that no square is above 1 and one is 1. */
export function l2Norm({ data }: Nd<'f64'>): number {
  const largest = data.reduce((most, x) => Math.max(most, Math.abs(x)), 0)
  if (largest === 0) return 0
  return largest * Math.sqrt(data.reduce((sum, x) => sum + (x / largest) ** 2, 0))
}
