// In the order of memory: each channel is scattered into its column of the table.
type Floats = { shape: readonly number[]; data: Float32Array }

export function yolov3Decode(t: Floats, anchors: Floats, stride: number) {
  const [A, K, H, W] = t.shape
  const N = H * W
  const out = new Float32Array(t.data.length)
  const sigmoid = (z: number) => (Math.tanh(z / 2) + 1) / 2
  for (let plane = 0; plane < A * K; plane++) {
    const a = Math.floor(plane / K)
    const k = plane % K
    for (let i = 0; i < N; i++) {
      const z = t.data[plane * N + i]
      let value = z < -15 ? Math.exp(z) / (1 + Math.exp(z)) : sigmoid(z)
      if (k === 0) value = (value + (i % W)) * stride
      if (k === 1) value = (value + Math.floor(i / W)) * stride
      if (k === 2 || k === 3) value = Math.exp(z) * anchors.data[2 * a + k - 2]
      out[(a * N + i) * K + k] = value
    }
  }
  return { shape: [A * N, K], data: out }
}
