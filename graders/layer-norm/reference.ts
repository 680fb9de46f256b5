import type { Nd } from '#kit'

/** As F.layer_norm over the last axis: each row with its own mean and biased variance, which is taken about the mean. */
export function layerNorm(x: Nd<'f32'>, gamma: Nd<'f32'>, beta: Nd<'f32'>, eps: number): Nd<'f32'> {
  const width = gamma.data.length
  const y = new Float32Array(x.data.length)
  for (let start = 0; start < y.length; start += width) {
    const row = x.data.subarray(start, start + width)
    const mean = row.reduce((sum, value) => sum + value, 0) / width
    const variance = row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / width
    const deviation = Math.sqrt(variance + eps)
    row.forEach((value, d) => {
      y[start + d] = ((gamma.data[d] as number) * (value - mean)) / deviation + (beta.data[d] as number)
    })
  }
  return { shape: x.shape, data: y }
}
