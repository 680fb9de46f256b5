// Follows the first and the last pixel of two neighbouring units down to the input.
type Layers = { shape: readonly number[]; data: Float64Array }

export function receptiveField({ shape, data }: Layers) {
  let [first, last, neighbour] = [0, 0, 1]
  for (let layer = shape[0] - 1; layer >= 0; layer--) {
    const [k, s, d] = [data[3 * layer], data[3 * layer + 1], data[3 * layer + 2]]
    first *= s
    neighbour *= s
    last = last * s + d * (k - 1)
  }
  return { size: last - first + 1, jump: neighbour - first }
}
