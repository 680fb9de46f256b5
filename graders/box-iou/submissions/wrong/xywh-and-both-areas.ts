// diagnosis: boxes-as-xywh+union-counts-twice
type Boxes = { shape: readonly number[]; data: Float32Array }

export function boxIou(a: Boxes, b: Boxes) {
  const [N, M] = [a.shape[0], b.shape[0]]
  const data = new Float32Array(N * M)
  for (let i = 0; i < N; i++) {
    for (let j = 0; j < M; j++) {
      const [ax, ay, aw, ah] = a.data.subarray(4 * i)
      const [bx, by, bw, bh] = b.data.subarray(4 * j)
      const w = Math.max(0, Math.min(ax + aw, bx + bw) - Math.max(ax, bx))
      const h = Math.max(0, Math.min(ay + ah, by + bh) - Math.max(ay, by))
      data[i * M + j] = w * h === 0 ? 0 : (w * h) / (aw * ah + bw * bh)
    }
  }
  return { shape: [N, M], data }
}
