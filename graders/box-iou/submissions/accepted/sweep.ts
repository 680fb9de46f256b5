// Boxes of b by their left edge: only those that begin before a box of a ends are looked at.
type Boxes = { shape: readonly number[]; data: Float32Array }

export function boxIou(a: Boxes, b: Boxes) {
  const [N, M] = [a.shape[0], b.shape[0]]
  const byLeft = Array.from({ length: M }, (_, j) => j).sort((i, j) => b.data[4 * i] - b.data[4 * j])
  const shared = (x1: number, x2: number, u1: number, u2: number) => Math.max(0, Math.min(x2, u2) - Math.max(x1, u1))
  const area = (boxes: Boxes, i: number) =>
    (boxes.data[4 * i + 2] - boxes.data[4 * i]) * (boxes.data[4 * i + 3] - boxes.data[4 * i + 1])
  const data = new Float32Array(N * M)
  for (let i = 0; i < N; i++) {
    const [x1, y1, x2, y2] = Array.from({ length: 4 }, (_, k) => a.data[4 * i + k])
    for (const j of byLeft) {
      const [u1, v1, u2, v2] = Array.from({ length: 4 }, (_, k) => b.data[4 * j + k])
      if (u1 >= x2) break
      const common = shared(x1, x2, u1, u2) * shared(y1, y2, v1, v2)
      data[i * M + j] = common === 0 ? 0 : 1 / ((area(a, i) + area(b, j)) / common - 1)
    }
  }
  return { shape: [N, M], data }
}
