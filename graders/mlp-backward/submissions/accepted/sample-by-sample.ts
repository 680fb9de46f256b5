// One sample after another; every gradient is added up in place.
type Nd = { shape: readonly number[]; data: Float32Array }
type Labels = { shape: readonly number[]; data: Int32Array }

export function mlpBackward(x: Nd, y: Labels, w1: Nd, b1: Nd, w2: Nd, b2: Nd) {
  const [N, I] = x.shape
  const [H, O] = w2.shape
  const g = {
    w1: new Float64Array(I * H),
    b1: new Float64Array(H),
    w2: new Float64Array(H * O),
    b2: new Float64Array(O),
  }
  let loss = 0
  for (let n = 0; n < N; n++) {
    const a = Array.from(b1.data, (b, j) => {
      let s = b
      for (let i = 0; i < I; i++) s += x.data[n * I + i] * w1.data[i * H + j]
      return s
    })
    const z = Array.from(b2.data, (b, k) => {
      let s = b
      for (let j = 0; j < H; j++) if (a[j] > 0) s += a[j] * w2.data[j * O + k]
      return s
    })
    const top = Math.max(...z)
    const lse = top + Math.log(z.reduce((s, v) => s + Math.exp(v - top), 0))
    loss += lse - z[y.data[n]]
    const dz = z.map((v, k) => Math.exp(v - lse) - (k === y.data[n] ? 1 : 0))
    for (let k = 0; k < O; k++) g.b2[k] += dz[k] / N
    for (let j = 0; j < H; j++) {
      if (!(a[j] > 0)) continue
      let da = 0
      for (let k = 0; k < O; k++) {
        g.w2[j * O + k] += (a[j] * dz[k]) / N
        da += w2.data[j * O + k] * dz[k]
      }
      g.b1[j] += da / N
      for (let i = 0; i < I; i++) g.w1[i * H + j] += (x.data[n * I + i] * da) / N
    }
  }
  const f32 = (like: Nd, values: Float64Array) => ({ shape: like.shape, data: Float32Array.from(values) })
  return { loss: loss / N, w1: f32(w1, g.w1), b1: f32(b1, g.b1), w2: f32(w2, g.w2), b2: f32(b2, g.b2) }
}
