import type { Nd } from '#kit'

/** As paddle.nn.ClipGradByNorm: one factor for all numbers, at most 1. */
export function clipByNorm({ shape, data }: Nd<'f32'>, limit: number): Nd<'f32'> {
  const norm = Math.sqrt(data.reduce((sum, x) => sum + x * x, 0))
  return { shape, data: data.map((x) => x * (limit / Math.max(norm, limit))) }
}
