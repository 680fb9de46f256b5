// The definition as it stands, with a logarithm of the sigmoid that is computed from the logit.
type Vector = { shape: readonly number[]; data: Float32Array }

const logSigmoid = (x: number) => (x < -30 ? x : -Math.log1p(Math.exp(-x)))

export function bceWithLogits(logits: Vector, targets: Vector) {
  const terms = Array.from(logits.data, (x, i) => {
    const t = targets.data[i]
    return { loss: -(t * logSigmoid(x) + (1 - t) * logSigmoid(-x)), slope: Math.exp(logSigmoid(x)) - t }
  })
  const loss = terms.reduce((sum, one) => sum + one.loss, 0) / terms.length
  return { loss, grad: { shape: logits.shape, data: Float32Array.from(terms, (one) => one.slope / terms.length) } }
}
