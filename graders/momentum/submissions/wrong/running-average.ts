// diagnosis: ema-velocity
type Vector = { shape: readonly number[]; data: Float32Array }

export function momentum(params: Vector, grads: Vector, lr: number, mu: number, nesterov: boolean) {
  const [T, P] = grads.shape
  const p = new Float32Array(params.data)
  const v = new Float32Array(P)
  for (let t = 0; t < T; t++) {
    for (let i = 0; i < P; i++) {
      const g = grads.data[t * P + i]
      v[i] = mu * v[i] + (1 - mu) * g
      p[i] -= lr * (nesterov ? g + mu * v[i] : v[i])
    }
  }
  return { params: { shape: [P], data: p }, velocity: { shape: [P], data: v } }
}
