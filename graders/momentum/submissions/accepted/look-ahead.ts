// The two rules in loops of their own, state in f32.
type Vector = { shape: readonly number[]; data: Float32Array }

export function momentum(params: Vector, grads: Vector, lr: number, mu: number, nesterov: boolean) {
  const [T, P] = grads.shape
  const w = new Float32Array(params.data)
  const v = new Float32Array(P)
  for (let t = 0; t < T; t++) {
    const g = grads.data.subarray(t * P, t * P + P)
    for (let i = 0; i < P; i++) v[i] = v[i] * mu + g[i]
    if (nesterov) for (let i = 0; i < P; i++) w[i] -= lr * (g[i] + mu * v[i])
    else for (let i = 0; i < P; i++) w[i] -= lr * v[i]
  }
  return { params: { shape: [P], data: w }, velocity: { shape: [P], data: v } }
}
