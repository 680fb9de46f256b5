// diagnosis: no-maximum-subtracted
type Rows = { shape: readonly [number, number]; data: Float32Array }

/** What is stored overflows, and what is added does not: the exponential of 89 is infinite over a sum that is not. */
export function softmax({ shape, data }: Rows): Rows {
  const [rows, width] = shape
  const weights = new Float32Array(rows * width)
  for (let row = 0; row < rows; row++) {
    let sum = 0
    for (let at = row * width; at < (row + 1) * width; at++) sum += weights[at] = Math.exp(data[at])
    for (let at = row * width; at < (row + 1) * width; at++) weights[at] /= sum
  }
  return { shape, data: weights }
}
