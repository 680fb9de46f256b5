// diagnosis: steps-reversed
interface Nd {
  readonly shape: readonly number[]
  readonly data: Float32Array
}

export function momentum(params: Nd, grads: Nd, lr: number, mu: number, nesterov: boolean) {
  const moved = Float64Array.from(params.data)
  const velocity = new Float64Array(moved.length)
  for (let from = grads.data.length - moved.length; from >= 0; from -= moved.length) {
    for (let i = 0; i < moved.length; i++) {
      const g = grads.data[from + i]
      velocity[i] = mu * velocity[i] + g
      moved[i] -= lr * (nesterov ? g + mu * velocity[i] : velocity[i])
    }
    if (moved.length === 0) break
  }
  return {
    params: { shape: params.shape, data: Float32Array.from(moved) },
    velocity: { shape: params.shape, data: Float32Array.from(velocity) },
  }
}
