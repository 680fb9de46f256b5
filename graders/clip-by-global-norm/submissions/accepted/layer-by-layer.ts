// As a framework does it: the layers stay apart, and their squared norms are added.
type Vector<Data> = { shape: readonly number[]; data: Data }

export function clipByGlobalNorm(grads: Vector<Float32Array>, sizes: Vector<Int32Array>, limit: number) {
  const data = grads.data.slice()
  const layers: Float32Array[] = []
  let start = 0
  for (const size of sizes.data) layers.push(data.subarray(start, (start += size)))
  const norm = Math.sqrt(layers.reduce((sum, layer) => sum + squared(layer), 0))
  if (norm > limit) {
    for (const layer of layers) layer.forEach((x, i) => (layer[i] = x * (limit / norm)))
  }
  return { grads: { shape: grads.shape, data }, norm }
}

function squared(layer: Float32Array) {
  let sum = 0
  for (const x of layer) sum += x * x
  return sum
}
