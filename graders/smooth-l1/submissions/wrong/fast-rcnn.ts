// diagnosis: beta-ignored
type Vector = { data: Float32Array }

export function smoothL1(pred: Vector, target: Vector) {
  const terms = Array.from(pred.data, (value, i) => {
    const d = Math.abs(value - target.data[i])
    return d < 1 ? 0.5 * d * d : d - 0.5
  })
  return terms.reduce((a, b) => a + b) / terms.length
}
