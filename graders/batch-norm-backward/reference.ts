import type { Nd } from '#kit'

export interface BatchNormGradients {
  readonly x: Nd<'f32'>
  readonly gamma: Nd<'f32'>
  readonly beta: Nd<'f32'>
}

/** Ioffe and Szegedy 2015, section 3, simplified: from g goes its mean, and its share along the normalised x. */
export function batchNormBackward(
  gradOut: Nd<'f32'>,
  x: Nd<'f32'>,
  gamma: Nd<'f32'>,
  eps: number,
): BatchNormGradients {
  const [samples, features] = x.shape as [number, number]
  const dx = new Float32Array(x.data.length)
  const dgamma = new Float32Array(features)
  const dbeta = new Float32Array(features)
  for (let d = 0; d < features; d++) {
    const column = Array.from({ length: samples }, (_, n) => x.data[n * features + d] as number)
    const g = column.map((_, n) => gradOut.data[n * features + d] as number)
    const mean = sum(column) / samples
    const deviation = Math.sqrt(sum(column.map((value) => (value - mean) ** 2)) / samples + eps)
    const normalised = column.map((value) => (value - mean) / deviation)
    const total = sum(g)
    const along = sum(g.map((one, n) => one * (normalised[n] as number)))
    dbeta[d] = total
    dgamma[d] = along
    const scale = (gamma.data[d] as number) / deviation
    g.forEach((one, n) => {
      dx[n * features + d] = scale * (one - (total + (normalised[n] as number) * along) / samples)
    })
  }
  return {
    x: { shape: x.shape, data: dx },
    gamma: { shape: gamma.shape, data: dgamma },
    beta: { shape: gamma.shape, data: dbeta },
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
