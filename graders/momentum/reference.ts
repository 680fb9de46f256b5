import type { Nd } from '#kit'

export interface MomentumState {
  readonly params: Nd<'f32'>
  readonly velocity: Nd<'f32'>
}

/** As torch.optim.SGD: v = mu v + g with the whole gradient; Nesterov moves by g + mu v with the new v. */
export function momentum(
  params: Nd<'f32'>,
  grads: Nd<'f32'>,
  lr: number,
  mu: number,
  nesterov: boolean,
): MomentumState {
  const [steps, size] = grads.shape as [number, number]
  const p = params.data.slice()
  const velocity = new Float32Array(size)
  for (let t = 0; t < steps; t++) {
    for (let i = 0; i < size; i++) {
      const g = grads.data[t * size + i] as number
      const v = mu * (velocity[i] as number) + g
      velocity[i] = v
      p[i] = (p[i] as number) - lr * (nesterov ? g + mu * v : v)
    }
  }
  const shape = params.shape
  return { params: { shape, data: p }, velocity: { shape, data: velocity } }
}
