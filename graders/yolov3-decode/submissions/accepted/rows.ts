// A row at a time, pushed in order.
type Floats = { shape: readonly number[]; data: Float32Array }

export function yolov3Decode(t: Floats, anchors: Floats, stride: number) {
  const [A, K, H, W] = t.shape
  const sigmoid = (z: number) => 1 / (1 + Math.exp(-z))
  const rows: number[] = []
  for (let a = 0; a < A; a++) {
    for (let y = 0; y < H; y++) {
      for (let x = 0; x < W; x++) {
        const out = Array.from({ length: K }, (_, k) => t.data[((a * K + k) * H + y) * W + x])
        const [tx, ty, tw, th, ...scores] = out
        rows.push(
          stride * (x + sigmoid(tx)),
          stride * (y + sigmoid(ty)),
          anchors.data[2 * a] * Math.exp(tw),
          anchors.data[2 * a + 1] * Math.exp(th),
          ...scores.map(sigmoid),
        )
      }
    }
  }
  return { shape: [A * H * W, K], data: Float32Array.from(rows) }
}
