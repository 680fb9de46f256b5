// The decay as what it is for SGD: every parameter shrinks by one factor, then its gradient moves it. State in f32.
type Vector = { shape: readonly number[]; data: Float32Array }

export function sgd(params: Vector, grads: Vector, lr: number, weightDecay: number) {
  const [steps, size] = grads.shape
  const data = new Float32Array(params.data)
  const shrink = 1 - lr * weightDecay
  for (let t = 0; t < steps; t++) {
    const row = grads.data.subarray(t * size, (t + 1) * size)
    for (let i = 0; i < size; i++) data[i] = shrink * data[i] - lr * row[i]
  }
  return { shape: [size], data }
}
