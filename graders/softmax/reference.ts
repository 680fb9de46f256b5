import type { Nd } from '#kit'

/** As F.softmax over the last axis; the maximum of a row is subtracted, so that its largest exponent is 0. */
export function softmax({ shape, data }: Nd<'f32'>): Nd<'f32'> {
  const [, width = 0] = shape
  const out = new Float32Array(data.length)
  for (let start = 0; start < data.length; start += width) {
    const row = Array.from(data.subarray(start, start + width))
    const highest = Math.max(...row)
    const exps = row.map((x) => Math.exp(x - highest))
    const total = exps.reduce((sum, exp) => sum + exp, 0)
    out.set(
      exps.map((exp) => exp / total),
      start,
    )
  }
  return { shape, data: out }
}
