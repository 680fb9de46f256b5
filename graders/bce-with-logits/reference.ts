import type { Nd } from '#kit'

export interface BinaryCrossEntropyLoss {
  readonly loss: number
  readonly grad: Nd<'f32'>
}

/** As torch.nn.functional.binary_cross_entropy_with_logits: max(x, 0) - x t + log(1 + exp(-|x|)), whose derivative is p - t. */
export function bceWithLogits(logits: Nd<'f32'>, targets: Nd<'f32'>): BinaryCrossEntropyLoss {
  const size = logits.data.length
  const grad = new Float32Array(size)
  let loss = 0
  for (let i = 0; i < size; i++) {
    const x = logits.data[i] as number
    const t = targets.data[i] as number
    loss += (Math.max(x, 0) - x * t + Math.log1p(Math.exp(-Math.abs(x)))) / size
    grad[i] = (1 / (1 + Math.exp(-x)) - t) / size
  }
  return { loss, grad: { shape: logits.shape, data: grad } }
}
