// By the logarithm of the sum: a weight is exp(x - logsumexp).
type Matrix = { shape: readonly number[]; data: Float32Array }

export function hardAttention(logits: Matrix, gumbel: Matrix, tau: number, hard: boolean) {
  const [T, S] = logits.shape
  const data = new Float32Array(T * S)
  for (let t = 0; t < T; t++) {
    const at = (s: number) => (logits.data[t * S + s] + gumbel.data[t * S + s]) / tau
    let best = 0
    for (let s = 1; s < S; s++) if (at(s) > at(best)) best = s
    let sum = 0
    for (let s = 0; s < S; s++) sum += Math.exp(at(s) - at(best))
    const logSum = at(best) + Math.log(sum)
    for (let s = 0; s < S; s++) data[t * S + s] = hard ? Number(s === best) : Math.exp(at(s) - logSum)
  }
  return { shape: [T, S], data }
}
