import type { Nd } from '#kit'

/** As torch.nn.functional.cross_entropy(label_smoothing=epsilon): the targets add up to 1, so that the log-sum-exp of a row counts once. */
export function labelSmoothing(logits: Nd<'f32'>, labels: Nd<'i32'>, epsilon: number): number {
  const [samples, classes] = logits.shape as [number, number]
  let loss = 0
  for (let i = 0; i < samples; i++) {
    const row = Array.from(logits.data.subarray(i * classes, (i + 1) * classes))
    const highest = Math.max(...row)
    const z = row.map((logit) => logit - highest)
    const logSum = Math.log(z.reduce((sum, one) => sum + Math.exp(one), 0))
    const right = z[labels.data[i] as number] as number
    const mean = z.reduce((sum, one) => sum + one, 0) / classes
    loss += (logSum - (1 - epsilon) * right - epsilon * mean) / samples
  }
  return loss
}
