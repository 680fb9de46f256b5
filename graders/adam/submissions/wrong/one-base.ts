// diagnosis: same-beta
type Vector = { shape: readonly number[]; data: Float32Array }

export function adam(params: Vector, grads: Vector, lr: number, beta1: number, beta2: number, eps: number) {
  const [T, P] = grads.shape
  const p = new Float32Array(params.data)
  const m = new Float32Array(P)
  const v = new Float32Array(P)
  for (let t = 1; t <= T; t++) {
    for (let i = 0; i < P; i++) {
      const g = grads.data[(t - 1) * P + i]
      m[i] = beta1 * m[i] + (1 - beta1) * g
      v[i] = beta2 * v[i] + (1 - beta2) * g * g
      const mHat = m[i] / (1 - beta1 ** t)
      const vHat = v[i] / (1 - beta1 ** t)
      p[i] -= (lr * mHat) / (Math.sqrt(vHat) + eps)
    }
  }
  return { params: { shape: [P], data: p }, m: { shape: [P], data: m }, v: { shape: [P], data: v } }
}
