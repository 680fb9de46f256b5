// diagnosis: stale-velocity
export function momentum(params, grads, lr, mu, nesterov) {
  const [T, P] = grads.shape
  const p = new Float32Array(params.data)
  const v = new Float32Array(P)
  for (let t = 0; t < T; t++) {
    for (let i = 0; i < P; i++) {
      const g = grads.data[t * P + i]
      p[i] -= lr * (nesterov ? g + mu * v[i] : v[i])
      v[i] = mu * v[i] + g
    }
  }
  return { params: { shape: [P], data: p }, velocity: { shape: [P], data: v } }
}
