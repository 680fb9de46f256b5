// The update as PyTorch arranges it: corrections folded into a step size and a divisor, state rounded to f32 at each step.
type Vector = { shape: readonly number[]; data: Float32Array }

export function adam(params: Vector, grads: Vector, lr: number, beta1: number, beta2: number, eps: number) {
  const [T, P] = grads.shape
  const w = new Float32Array(params.data)
  const m = new Float32Array(P)
  const v = new Float32Array(P)
  let power1 = 1
  let power2 = 1
  for (let t = 0; t < T; t++) {
    power1 *= beta1
    power2 *= beta2
    const stepSize = lr / (1 - power1)
    const root = 1 / Math.sqrt(1 - power2)
    const g = grads.data.subarray(t * P, (t + 1) * P)
    for (let i = 0; i < P; i++) {
      m[i] += (1 - beta1) * (g[i] - m[i])
      v[i] += (1 - beta2) * (g[i] * g[i] - v[i])
      w[i] -= (stepSize * m[i]) / (Math.sqrt(v[i]) * root + eps)
    }
  }
  return { params: { shape: [P], data: w }, m: { shape: [P], data: m }, v: { shape: [P], data: v } }
}
