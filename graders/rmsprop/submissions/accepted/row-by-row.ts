// Row by row, state in f32; the average moves towards the square by 1 - alpha of the way.
type Vector = { shape: readonly number[]; data: Float32Array }

export function rmsprop(params: Vector, grads: Vector, lr: number, alpha: number, eps: number) {
  const [T, P] = grads.shape
  const w = params.data.slice()
  const v = new Float32Array(P)
  for (let t = 0; t < T; t++) {
    const g = grads.data.subarray(t * P, (t + 1) * P)
    for (let i = 0; i < P; i++) {
      v[i] += (1 - alpha) * (g[i] * g[i] - v[i])
      w[i] -= (lr / (Math.sqrt(v[i]) + eps)) * g[i]
    }
  }
  return { params: { shape: [P], data: w }, squareAvg: { shape: [P], data: v } }
}
