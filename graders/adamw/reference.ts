import type { Nd } from '#kit'

export interface AdamwState {
  readonly params: Nd<'f32'>
  readonly m: Nd<'f32'>
  readonly v: Nd<'f32'>
}

/** Loshchilov and Hutter 2019, Algorithm 2, as torch.optim.AdamW computes it: the decay is multiplied by lr and applied to the parameters alone. */
export function adamw(
  { shape, data }: Nd<'f32'>,
  grads: Nd<'f32'>,
  lr: number,
  beta1: number,
  beta2: number,
  eps: number,
  weightDecay: number,
): AdamwState {
  const p = Float64Array.from(data)
  const m = new Float64Array(p.length)
  const v = new Float64Array(p.length)
  grads.data.forEach((g, at) => {
    const i = at % p.length
    const t = (at - i) / p.length + 1
    const first = beta1 * (m[i] as number) + (1 - beta1) * g
    const second = beta2 * (v[i] as number) + (1 - beta2) * g * g
    m[i] = first
    v[i] = second
    const step = first / (1 - beta1 ** t) / (Math.sqrt(second / (1 - beta2 ** t)) + eps)
    p[i] = (p[i] as number) * (1 - lr * weightDecay) - lr * step
  })
  const single = (values: Float64Array) => ({ shape, data: Float32Array.from(values) })
  return { params: single(p), m: single(m), v: single(v) }
}
