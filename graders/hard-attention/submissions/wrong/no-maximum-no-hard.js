// diagnosis: always-soft+no-maximum-subtracted
export function hardAttention(logits, gumbel, tau) {
  const [T, S] = logits.shape
  const exps = Array.from(logits.data, (logit, i) => Math.exp((logit + gumbel.data[i]) / tau))
  const data = new Float32Array(T * S)
  for (let t = 0; t < T; t++) {
    const row = exps.slice(t * S, t * S + S)
    const total = row.reduce((a, b) => a + b, 0)
    row.forEach((exp, s) => {
      data[t * S + s] = exp / total
    })
  }
  return { shape: [T, S], data }
}
