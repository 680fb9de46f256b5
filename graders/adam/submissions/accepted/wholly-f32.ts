// Every operation rounded to f32, the settings and 1 - beta too.
type Vector = { shape: readonly number[]; data: Float32Array }
const f = Math.fround

export function adam(params: Vector, grads: Vector, lr: number, beta1: number, beta2: number, eps: number) {
  const [T, P] = grads.shape
  const [a, b1, b2, e] = [f(lr), f(beta1), f(beta2), f(eps)]
  const rest1 = f(1 - b1), rest2 = f(1 - b2)
  const p = params.data.slice(), m = new Float32Array(P), v = new Float32Array(P)
  for (let t = 0; t < T; t++) {
    const c1 = f(1 - f(b1 ** (t + 1))), c2 = f(1 - f(b2 ** (t + 1)))
    for (let i = 0; i < P; i++) {
      const g = grads.data[t * P + i]
      m[i] = f(f(b1 * m[i]) + f(rest1 * g))
      v[i] = f(f(b2 * v[i]) + f(rest2 * f(g * g)))
      const root = f(Math.sqrt(f(v[i] / c2)))
      p[i] -= f(f(a * f(m[i] / c1)) / f(root + e))
    }
  }
  const shape = params.shape
  return { params: { shape, data: p }, m: { shape, data: m }, v: { shape, data: v } }
}
