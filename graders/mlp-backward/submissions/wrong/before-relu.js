// diagnosis: w2-gradient-of-the-sums
export function mlpBackward(x, y, w1, b1, w2, b2) {
  const [N, I] = x.shape
  const [H, O] = w2.shape
  const grads = { w1: w1.data.map(() => 0), b1: b1.data.map(() => 0), w2: w2.data.map(() => 0), b2: b2.data.map(() => 0) }
  let loss = 0
  for (let n = 0; n < N; n++) {
    const pre = [...b1.data].map((b, j) => {
      for (let i = 0; i < I; i++) b += x.data[n * I + i] * w1.data[i * H + j]
      return b
    })
    const scores = [...b2.data].map((b, k) => pre.reduce((s, v, j) => s + Math.max(v, 0) * w2.data[j * O + k], b))
    const m = Math.max(...scores)
    const total = scores.reduce((s, v) => s + Math.exp(v - m), 0)
    loss += (Math.log(total) + m - scores[y.data[n]]) / N
    const d = scores.map((v, k) => (Math.exp(v - m) / total - (k === y.data[n] ? 1 : 0)) / N)
    d.forEach((v, k) => {
      grads.b2[k] += v
      pre.forEach((p, j) => { grads.w2[j * O + k] += p * v })
    })
    pre.forEach((p, j) => {
      if (p <= 0) return
      const back = d.reduce((s, v, k) => s + v * w2.data[j * O + k], 0)
      grads.b1[j] += back
      for (let i = 0; i < I; i++) grads.w1[i * H + j] += x.data[n * I + i] * back
    })
  }
  const pack = (like, data) => ({ shape: like.shape, data })
  return { loss, w1: pack(w1, grads.w1), b1: pack(b1, grads.b1), w2: pack(w2, grads.w2), b2: pack(b2, grads.b2) }
}
