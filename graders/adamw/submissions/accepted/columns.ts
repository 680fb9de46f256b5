// Each parameter's life as a closure over its own state, all steps of one before the next.
type Vector = { shape: readonly number[]; data: Float32Array }

export function adamw(
  params: Vector,
  grads: Vector,
  lr: number,
  beta1: number,
  beta2: number,
  eps: number,
  weightDecay: number,
) {
  const [T, P] = grads.shape
  const keep = 1 - lr * weightDecay
  const ends = Array.from(params.data, (start, i) => {
    let [p, m, v, power1, power2] = [start, 0, 0, 1, 1]
    for (let at = i; at < T * P; at += P) {
      const g = grads.data[at]
      m += (1 - beta1) * (g - m)
      v += (1 - beta2) * (g * g - v)
      power1 *= beta1
      power2 *= beta2
      p = keep * p - (lr * (m / (1 - power1))) / (Math.sqrt(v / (1 - power2)) + eps)
    }
    return { p, m, v }
  })
  const pick = (field: 'p' | 'm' | 'v') => ({ shape: [P], data: Float32Array.from(ends, (end) => end[field]) })
  return { params: pick('p'), m: pick('m'), v: pick('v') }
}
