import type { Nd } from '#kit'

export interface BatchNormed {
  readonly y: Nd<'f32'>
  readonly runningMean: Nd<'f32'>
  readonly runningVar: Nd<'f32'>
}

/** As torch.nn.functional.batch_norm, but that the running statistics are returned: the biased variance normalises, the unbiased one is averaged. */
export function batchNorm(
  x: Nd<'f32'>,
  gamma: Nd<'f32'>,
  beta: Nd<'f32'>,
  runningMean: Nd<'f32'>,
  runningVar: Nd<'f32'>,
  training: boolean,
  momentum: number,
  eps: number,
): BatchNormed {
  const y = new Float32Array(x.data.length)
  const means = runningMean.data.slice()
  const variances = runningVar.data.slice()
  for (let c = 0; c < gamma.data.length; c++) {
    let mean = means[c] as number
    let variance = variances[c] as number
    const places = placesOf(c, x.shape)
    if (training) {
      const count = places.length
      const blend = (old: number, now: number) => (1 - momentum) * old + momentum * now
      mean = places.reduce((sum, at) => sum + (x.data[at] as number), 0) / count
      const squares = places.reduce((sum, at) => sum + ((x.data[at] as number) - mean) ** 2, 0)
      means[c] = blend(means[c] as number, mean)
      variances[c] = blend(variances[c] as number, squares / (count - 1))
      variance = squares / count
    }
    const scale = (gamma.data[c] as number) / Math.sqrt(variance + eps)
    for (const at of places) y[at] = ((x.data[at] as number) - mean) * scale + (beta.data[c] as number)
  }
  return {
    y: { shape: x.shape, data: y },
    runningMean: { shape: runningMean.shape, data: means },
    runningVar: { shape: runningVar.shape, data: variances },
  }
}

/** Of channel `c` in all samples. */
function placesOf(c: number, shape: readonly number[]): readonly number[] {
  const [samples, channels, height, width] = shape as [number, number, number, number]
  const plane = height * width
  return Array.from({ length: samples * plane }, (_, i) => {
    const sample = Math.floor(i / plane)
    return (sample * channels + c) * plane + (i % plane)
  })
}
