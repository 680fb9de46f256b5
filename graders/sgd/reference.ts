import type { Nd } from '#kit'

/** As torch.optim.SGD without momentum: the decay joins the gradient of the step. */
export function sgd(params: Nd<'f32'>, grads: Nd<'f32'>, lr: number, weightDecay: number): Nd<'f32'> {
  const p = Float64Array.from(params.data)
  grads.data.forEach((g, at) => {
    const i = at % p.length
    const weight = p[i] as number
    p[i] = weight - lr * (g + weightDecay * weight)
  })
  return { shape: params.shape, data: Float32Array.from(p) }
}
