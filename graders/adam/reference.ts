import type { Nd } from '#kit'

export interface AdamState {
  readonly params: Nd<'f32'>
  readonly m: Nd<'f32'>
  readonly v: Nd<'f32'>
}

/** Kingma and Ba 2015, Algorithm 1, as torch.optim.Adam computes it: both averages are corrected for their start at zero, eps is added to the root. */
export function adam(
  params: Nd<'f32'>,
  grads: Nd<'f32'>,
  lr: number,
  beta1: number,
  beta2: number,
  eps: number,
): AdamState {
  const [steps, size] = grads.shape as [number, number]
  const p = params.data.slice()
  const m = new Float32Array(size)
  const v = new Float32Array(size)
  for (let t = 1; t <= steps; t++) {
    const correction1 = 1 - beta1 ** t
    const correction2 = 1 - beta2 ** t
    const start = (t - 1) * size
    for (let i = 0; i < size; i++) {
      const g = grads.data[start + i] as number
      const first = beta1 * (m[i] as number) + (1 - beta1) * g
      const second = beta2 * (v[i] as number) + (1 - beta2) * g * g
      m[i] = first
      v[i] = second
      p[i] = (p[i] as number) - (lr * (first / correction1)) / (Math.sqrt(second / correction2) + eps)
    }
  }
  const shape = params.shape
  return { params: { shape, data: p }, m: { shape, data: m }, v: { shape, data: v } }
}
