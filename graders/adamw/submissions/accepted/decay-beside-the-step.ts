// The decay is subtracted beside Adam's step, both made of the parameters before it; arrays of f32.
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
  const state = { params: params.data.slice(), m: new Float32Array(P), v: new Float32Array(P) }
  for (let t = 1; t <= T; t++) {
    const row = grads.data.subarray((t - 1) * P, t * P)
    row.forEach((g, i) => {
      state.m[i] = beta1 * state.m[i] + (1 - beta1) * g
      state.v[i] = beta2 * state.v[i] + (1 - beta2) * g ** 2
      const ratio = state.m[i] / (1 - beta1 ** t) / (Math.sqrt(state.v[i] / (1 - beta2 ** t)) + eps)
      state.params[i] -= lr * (ratio + weightDecay * state.params[i])
    })
  }
  const vector = (data: Float32Array) => ({ shape: [P], data })
  return { params: vector(state.params), m: vector(state.m), v: vector(state.v) }
}
