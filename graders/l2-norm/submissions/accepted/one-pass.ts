// One pass, as dnrm2 had it for decades: the scale grows with the largest number so far, and the sum is rescaled.
export function l2Norm(x: { data: Float64Array }) {
  let scale = 0
  let sum = 1
  for (const value of x.data) {
    const size = Math.abs(value)
    if (size === 0) continue
    if (size > scale) {
      sum = 1 + sum * (scale / size) ** 2
      scale = size
    } else sum += (size / scale) ** 2
  }
  return scale * Math.sqrt(sum)
}
