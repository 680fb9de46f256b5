// All in logarithms: the loss is exp(gamma ln(1 - p_t) + ln(-ln p_t)), so that nothing underflows before the end.
type Vector = { shape: readonly number[]; data: Float32Array }

const logSigmoid = (x: number) => -(Math.max(-x, 0) + Math.log1p(Math.exp(-Math.abs(x))))

export function focalLoss(logits: Vector, targets: Vector, alpha: number, gamma: number) {
  const examples = Array.from(logits.data, (x, i) => {
    const y = targets.data[i]
    const sign = 2 * y - 1
    const weight = alpha >= 0 ? y * alpha + (1 - y) * (1 - alpha) : 1
    const [logPt, logQ] = [logSigmoid(sign * x), logSigmoid(-sign * x)]
    const slope = Math.exp(gamma * logQ + logQ) - gamma * Math.exp(gamma * logQ + logPt) * logPt
    return { loss: -weight * Math.exp(gamma * logQ) * logPt, slope: -sign * weight * slope }
  })
  const mean = (of: number[]) => of.reduce((a, b) => a + b, 0) / of.length
  return {
    loss: mean(examples.map((one) => one.loss)),
    grad: { shape: logits.shape, data: Float32Array.from(examples, (one) => one.slope / examples.length) },
  }
}
