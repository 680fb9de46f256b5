// diagnosis: squares-not-scaled+root-mean-square
import type { F64Array } from './anneal'

export function l2Norm({ data }: F64Array): number {
  if (data.length === 0) return 0
  return Math.sqrt(data.reduce((sum, x) => sum + x * x, 0) / data.length)
}
