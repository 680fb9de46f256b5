// Right, though every step makes an object for each parameter.
type Vector = { shape: readonly number[]; data: Float32Array }

export function momentum(params: Vector, grads: Vector, lr: number, mu: number, nesterov: boolean) {
  const [T, P] = grads.shape
  let weights = Array.from(params.data, (value) => ({ value, velocity: 0 }))
  for (let t = 0; t < T; t++) {
    weights = weights.map((w, i) => {
      const g = grads.data[t * P + i]
      const velocity = mu * w.velocity + g
      return { value: w.value - lr * (nesterov ? g + mu * velocity : velocity), velocity }
    })
  }
  const data = Float32Array.from(weights, (w) => w.value)
  const velocity = Float32Array.from(weights, (w) => w.velocity)
  return { params: { shape: [P], data }, velocity: { shape: [P], data: velocity } }
}
