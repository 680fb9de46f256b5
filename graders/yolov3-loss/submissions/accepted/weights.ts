// One pass over the numbers of the map as they lie in memory: a weight that is 0 where a term does not count.
type Floats = { shape: readonly number[]; data: Float32Array }
type Flags = { shape: readonly number[]; data: Uint8Array }

export function yolov3Loss(pred: Floats, target: Floats, mask: Flags, ignore: Flags) {
  const [, channels, height, width] = pred.shape
  const cells = height * width
  const parts = [0, 0, 0]
  pred.data.forEach((z, at) => {
    const channel = Math.floor(at / cells) % channels
    const cell = Math.floor(at / (cells * channels)) * cells + (at % cells)
    const weight = channel === 4 ? (mask.data[cell] | (1 - ignore.data[cell])) : mask.data[cell]
    if (weight === 0) return
    const t = channel === 4 ? mask.data[cell] : target.data[at]
    const term = channel === 2 || channel === 3 ? (z - t) ** 2 / 2 : entropy(z, t)
    parts[channel < 4 ? 0 : channel === 4 ? 1 : 2] += weight * term
  })
  const [box, objectness, classes] = parts
  return { box, objectness, class: classes, total: parts.reduce((a, b) => a + b) }
}

// log s(z) is -log1p(exp(-z)), and for large -z it is z itself.
function entropy(z: number, t: number): number {
  const logSigmoid = (x: number) => (x < -30 ? x : -Math.log1p(Math.exp(-x)))
  return -t * logSigmoid(z) - (1 - t) * logSigmoid(-z)
}
