import type { Nd } from '#kit'

export interface CrossEntropyLoss {
  readonly loss: number
  readonly grad: Nd<'f32'>
}

/** As torch.nn.functional.cross_entropy: the log-sum-exp of a row less its right logit; the gradient is p - y over N. */
export function crossEntropy(logits: Nd<'f32'>, labels: Nd<'i32'>): CrossEntropyLoss {
  const [samples, classes] = logits.shape as [number, number]
  const grad = new Float32Array(logits.data.length)
  let loss = 0
  for (let i = 0; i < samples; i++) {
    const z = logits.data.subarray(i * classes, (i + 1) * classes)
    const label = labels.data[i] as number
    const highest = Math.max(...z)
    const total = z.reduce((sum, logit) => sum + Math.exp(logit - highest), 0)
    loss += (highest + Math.log(total) - (z[label] as number)) / samples
    z.forEach((logit, k) => {
      grad[i * classes + k] = (Math.exp(logit - highest) / total - (k === label ? 1 : 0)) / samples
    })
  }
  return { loss, grad: { shape: logits.shape, data: grad } }
}
