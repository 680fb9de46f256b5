// No recursion: what is left of the start and of each gradient after the last step is a power of 1 - lr * weightDecay.
type Vector = { shape: readonly number[]; data: Float32Array }

export function sgd(params: Vector, grads: Vector, lr: number, weightDecay: number) {
  const [steps, size] = grads.shape
  const left = (after: number) => (1 - lr * weightDecay) ** after
  const result = Array.from(params.data, (p) => left(steps) * p)
  for (let t = 0; t < steps; t++) {
    const share = lr * left(steps - 1 - t)
    for (let i = 0; i < size; i++) result[i] -= share * grads.data[t * size + i]
  }
  return { shape: [size], data: Float32Array.from(result) }
}
