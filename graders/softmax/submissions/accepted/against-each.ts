// 1 / sum of exp(x_k - x_j): quadratic, and a sum that overflows gives 0 as it should.
type Matrix = { shape: readonly number[]; data: Float32Array }

export function softmax({ shape, data }: Matrix) {
  const D = shape[1]
  const out = data.map((x, i) => {
    const start = i - (i % D)
    let sum = 0
    for (let k = start; k < start + D; k++) sum += Math.exp(data[k] - x)
    return 1 / sum
  })
  return { shape, data: out }
}
