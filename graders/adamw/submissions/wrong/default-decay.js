// diagnosis: decay-ignored
// A translation of a call with PyTorch's defaults.
export function adamw(params, grads, lr, beta1, beta2, eps) {
  const [steps, size] = grads.shape
  const p = [...params.data]
  const m = p.map(() => 0)
  const v = p.map(() => 0)
  for (let t = 1; t <= steps; t++) {
    for (let i = 0; i < size; i++) {
      const g = grads.data[(t - 1) * size + i]
      p[i] *= 1 - lr * 0.01
      m[i] = beta1 * m[i] + (1 - beta1) * g
      v[i] = beta2 * v[i] + (1 - beta2) * g * g
      p[i] -= (lr * (m[i] / (1 - beta1 ** t))) / (Math.sqrt(v[i] / (1 - beta2 ** t)) + eps)
    }
  }
  const [params_, m_, v_] = [p, m, v].map((x) => ({ shape: [size], data: Float32Array.from(x) }))
  return { params: params_, m: m_, v: v_ }
}
