// A loop over the pairs; the intersection only where there is one.
type Boxes = { shape: readonly number[]; data: Float32Array }

export function giou(a: Boxes, b: Boxes) {
  const n = a.shape[0]
  const out = new Float32Array(n)
  for (let i = 0; i < n; i++) {
    const p = a.data.subarray(4 * i, 4 * i + 4)
    const q = b.data.subarray(4 * i, 4 * i + 4)
    const w = Math.min(p[2], q[2]) - Math.max(p[0], q[0])
    const h = Math.min(p[3], q[3]) - Math.max(p[1], q[1])
    const inter = w > 0 && h > 0 ? w * h : 0
    const union = (p[2] - p[0]) * (p[3] - p[1]) + (q[2] - q[0]) * (q[3] - q[1]) - inter
    const hull = (Math.max(p[2], q[2]) - Math.min(p[0], q[0])) * (Math.max(p[3], q[3]) - Math.min(p[1], q[1]))
    out[i] = (union > 0 ? inter / union : 0) - (hull > 0 ? 1 - union / hull : 0)
  }
  return { shape: [n], data: out }
}
