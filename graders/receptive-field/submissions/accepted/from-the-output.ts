// From one unit downwards for the size; the jump is the product of the strides.
type Layers = { shape: readonly number[]; data: Float64Array }

export function receptiveField(layers: Layers) {
  let [size, jump] = [1, 1]
  for (let at = layers.shape[0] - 1; at >= 0; at--) {
    const [kernel, stride, dilation] = layers.data.slice(3 * at, 3 * at + 3)
    size = stride * (size - 1) + (kernel - 1) * dilation + 1
    jump *= stride
  }
  return { size, jump }
}
