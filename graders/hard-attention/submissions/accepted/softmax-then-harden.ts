// The soft sample always, hardened afterwards.
type Matrix = { shape: readonly number[]; data: Float32Array }

export function hardAttention(logits: Matrix, gumbel: Matrix, tau: number, hard: boolean) {
  const [T, S] = logits.shape
  const noisy = Float64Array.from(logits.data, (logit, i) => (logit + gumbel.data[i]) / tau)
  const data = new Float32Array(T * S)
  for (let start = 0; start < T * S; start += S) {
    const row = noisy.subarray(start, start + S)
    const max = row.reduce((a, b) => Math.max(a, b))
    const exps = row.map((x) => Math.exp(x - max))
    const total = exps.reduce((a, b) => a + b)
    if (hard) data[start + exps.indexOf(1)] = 1
    else data.set(exps.map((x) => x / total), start)
  }
  return { shape: [T, S], data }
}
