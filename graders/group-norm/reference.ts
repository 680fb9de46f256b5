import type { Nd } from '#kit'

/** As torch.nn.functional.group_norm: in memory a group of a sample is one run of values, with its own mean and biased variance. */
export function groupNorm(
  x: Nd<'f32'>,
  groups: number,
  gamma: Nd<'f32'>,
  beta: Nd<'f32'>,
  eps: number,
): Nd<'f32'> {
  const [samples, channels, height, width] = x.shape as [number, number, number, number]
  const size = (channels / groups) * height * width
  const y = new Float32Array(x.data.length)
  for (let group = 0; group < samples * groups; group++) {
    const start = group * size
    const values = x.data.subarray(start, start + size)
    const mean = values.reduce((sum, value) => sum + value, 0) / size
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / size
    const deviation = Math.sqrt(variance + eps)
    values.forEach((value, i) => {
      const channel = Math.floor((start + i) / (height * width)) % channels
      y[start + i] =
        ((gamma.data[channel] as number) * (value - mean)) / deviation + (beta.data[channel] as number)
    })
  }
  return { shape: x.shape, data: y }
}
