// diagnosis: nesterov-old-velocity
type Vector = { shape: readonly number[]; data: Float32Array }

export function momentum(params: Vector, grads: Vector, lr: number, mu: number, nesterov: boolean) {
  const [T, P] = grads.shape
  const p = new Float32Array(params.data)
  const v = new Float32Array(P)
  for (let t = 0; t < T; t++) {
    for (let i = 0; i < P; i++) {
      const g = grads.data[t * P + i]
      const old = v[i]
      v[i] = mu * old + g
      p[i] -= lr * (nesterov ? g + mu * old : v[i])
    }
  }
  return { params: { shape: [P], data: p }, velocity: { shape: [P], data: v } }
}
