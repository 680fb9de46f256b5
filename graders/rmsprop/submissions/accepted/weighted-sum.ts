// One parameter after the other; the factor 1 - alpha is taken out of the sum and put under the root.
type Vector = { shape: readonly number[]; data: Float32Array }

export function rmsprop(params: Vector, grads: Vector, lr: number, alpha: number, eps: number) {
  const [T, P] = grads.shape
  const share = 1 - alpha
  const moved = Array.from(params.data)
  const sums = new Array<number>(P).fill(0)
  for (let i = 0; i < P; i++) {
    for (let at = i; at < T * P; at += P) {
      const g = grads.data[at]
      sums[i] = sums[i] * alpha + g ** 2
      moved[i] -= (lr * g) / (Math.sqrt(share * sums[i]) + eps)
    }
  }
  const vector = (values: number[]) => ({ shape: [P], data: Float32Array.from(values) })
  return { params: vector(moved), squareAvg: vector(sums.map((sum) => share * sum)) }
}
