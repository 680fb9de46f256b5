// diagnosis: empty-boxes-nan
export function boxIou(a, b) {
  const rows = ({ shape, data }) => Array.from({ length: shape[0] }, (_, i) => data.subarray(4 * i, 4 * i + 4))
  const area = ([x1, y1, x2, y2]) => (x2 - x1) * (y2 - y1)
  const table = rows(a).flatMap((p) =>
    rows(b).map((q) => {
      const w = Math.max(0, Math.min(p[2], q[2]) - Math.max(p[0], q[0]))
      const h = Math.max(0, Math.min(p[3], q[3]) - Math.max(p[1], q[1]))
      return (w * h) / (area(p) + area(q) - w * h)
    }),
  )
  return { shape: [a.shape[0], b.shape[0]], data: Float32Array.from(table) }
}
