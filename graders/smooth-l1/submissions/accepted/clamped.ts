// Without a branch for each error: the part up to beta is squared, the rest is added.
type Vector = { data: Float32Array }

export function smoothL1(pred: Vector, target: Vector, beta: number) {
  let sum = 0
  for (let i = 0; i < pred.data.length; i++) {
    const d = Math.abs(pred.data[i] - target.data[i])
    const near = Math.min(d, beta)
    sum += d - near
    if (near > 0) sum += near ** 2 / (2 * beta)
  }
  return sum / pred.data.length
}
