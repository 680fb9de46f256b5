// The loops the other way round: all steps of one parameter, its state in double precision until the end.
type Vector = { shape: readonly number[]; data: Float32Array }

export function adam(params: Vector, grads: Vector, lr: number, beta1: number, beta2: number, eps: number) {
  const [T, P] = grads.shape
  const c1 = Float64Array.from({ length: T }, (_, t) => 1 - Math.pow(beta1, t + 1))
  const c2 = Float64Array.from({ length: T }, (_, t) => 1 - Math.pow(beta2, t + 1))
  const out = { params: new Float32Array(P), m: new Float32Array(P), v: new Float32Array(P) }
  for (let i = 0; i < P; i++) {
    let p = params.data[i]
    let m = 0
    let v = 0
    for (let t = 0; t < T; t++) {
      const g = grads.data[t * P + i]
      m = beta1 * m + (1 - beta1) * g
      v = beta2 * v + (1 - beta2) * g * g
      p -= (lr * m) / c1[t] / (Math.sqrt(v / c2[t]) + eps)
    }
    out.params[i] = p
    out.m[i] = m
    out.v[i] = v
  }
  const shape = params.shape
  return { params: { shape, data: out.params }, m: { shape, data: out.m }, v: { shape, data: out.v } }
}
