// Cross-entropy minus entropy, over what p has.
type Vector = { data: Float64Array }

export function klDivergence(p: Vector, q: Vector) {
  const possible = [...p.data.keys()].filter((i) => p.data[i] > 0)
  const entropy = possible.reduce((sum, i) => sum - p.data[i] * Math.log(p.data[i]), 0)
  const cross = possible.reduce((sum, i) => sum - p.data[i] * Math.log(q.data[i]), 0)
  return cross - entropy
}
