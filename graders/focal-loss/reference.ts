import type { Nd } from '#kit'

export interface FocalLoss {
  readonly loss: number
  readonly grad: Nd<'f32'>
}

/** As torchvision.ops.sigmoid_focal_loss(reduction="mean"), from the logit alone: u is how far it lies on the right side. */
export function focalLoss(logits: Nd<'f32'>, targets: Nd<'f32'>, alpha: number, gamma: number): FocalLoss {
  const size = logits.data.length
  const grad = new Float32Array(size)
  let loss = 0
  for (let i = 0; i < size; i++) {
    const isPositive = targets.data[i] === 1
    const u = (isPositive ? 1 : -1) * (logits.data[i] as number)
    const weight = alpha < 0 ? 1 : isPositive ? alpha : 1 - alpha
    const wrong = 1 / (1 + Math.exp(u)) // 1 - p_t, exact also where p_t rounds to 1
    const entropy = Math.max(-u, 0) + Math.log1p(Math.exp(-Math.abs(u))) // -ln p_t
    const scale = (weight * wrong ** gamma) / size
    loss += scale * entropy
    const slope = -scale * (gamma * (1 - wrong) * entropy + wrong)
    grad[i] = isPositive ? slope : -slope
  }
  return { loss, grad: { shape: logits.shape, data: grad } }
}
