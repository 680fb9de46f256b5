// Two loops, and early out where the boxes are apart.
type Boxes = { shape: readonly number[]; data: Float32Array }

export function boxIou(a: Boxes, b: Boxes) {
  const N = a.shape[0]
  const M = b.shape[0]
  const out = new Float32Array(N * M)
  for (let i = 0; i < N; i++) {
    const [ax1, ay1, ax2, ay2] = a.data.subarray(4 * i, 4 * i + 4)
    for (let j = 0; j < M; j++) {
      const [bx1, by1, bx2, by2] = b.data.subarray(4 * j, 4 * j + 4)
      if (ax2 <= bx1 || bx2 <= ax1 || ay2 <= by1 || by2 <= ay1) continue
      const common = (Math.min(ax2, bx2) - Math.max(ax1, bx1)) * (Math.min(ay2, by2) - Math.max(ay1, by1))
      const union = (ax2 - ax1) * (ay2 - ay1) + (bx2 - bx1) * (by2 - by1) - common
      if (common > 0) out[i * M + j] = common / union
    }
  }
  return { shape: [N, M], data: out }
}
