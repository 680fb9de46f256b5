// No recursion: the gradient of step s moves the parameters by lr times a geometric sum, known before the data are read.
type Vector = { shape: readonly number[]; data: Float32Array }

export function momentum(params: Vector, grads: Vector, lr: number, mu: number, nesterov: boolean) {
  const [T, P] = grads.shape
  const v = new Float64Array(P)
  const moved = new Float64Array(P)
  for (let s = 0; s < T; s++) {
    let share = nesterov ? 1 : 0 // how often g_s has been taken once all steps are done
    for (let t = s; t < T; t++) share += mu ** (t - s + (nesterov ? 1 : 0))
    const left = mu ** (T - 1 - s)
    const row = grads.data.subarray(s * P, (s + 1) * P)
    for (let i = 0; i < P; i++) {
      v[i] += left * row[i]
      moved[i] += share * row[i]
    }
  }
  const data = params.data.map((p, i) => p - lr * moved[i])
  return { params: { shape: [P], data }, velocity: { shape: [P], data: Float32Array.from(v) } }
}
