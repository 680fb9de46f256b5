import type { Nd } from '#kit'

export interface RmspropState {
  readonly params: Nd<'f32'>
  readonly squareAvg: Nd<'f32'>
}

/** Hinton's lecture 6e, as torch.optim.RMSprop computes it: no correction for the start at zero, eps is added to the root. */
export function rmsprop(
  { shape, data }: Nd<'f32'>,
  grads: Nd<'f32'>,
  lr: number,
  alpha: number,
  eps: number,
): RmspropState {
  const p = Float64Array.from(data)
  const average = new Float64Array(p.length)
  grads.data.forEach((g, at) => {
    const i = at % p.length
    const square = alpha * (average[i] as number) + (1 - alpha) * g * g
    average[i] = square
    p[i] = (p[i] as number) - (lr * g) / (Math.sqrt(square) + eps)
  })
  const single = (values: Float64Array) => ({ shape, data: Float32Array.from(values) })
  return { params: single(p), squareAvg: single(average) }
}
