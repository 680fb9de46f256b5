// diagnosis: hull-less-areas
export function giou(a, b) {
  const area = (x1, y1, x2, y2) => Math.max(0, x2 - x1) * Math.max(0, y2 - y1)
  const values = Array.from({ length: a.shape[0] }, (_, i) => {
    const [ax1, ay1, ax2, ay2] = a.data.subarray(4 * i)
    const [bx1, by1, bx2, by2] = b.data.subarray(4 * i)
    const shared = area(Math.max(ax1, bx1), Math.max(ay1, by1), Math.min(ax2, bx2), Math.min(ay2, by2))
    const hull = area(Math.min(ax1, bx1), Math.min(ay1, by1), Math.max(ax2, bx2), Math.max(ay2, by2))
    const areas = area(ax1, ay1, ax2, ay2) + area(bx1, by1, bx2, by2)
    return shared / (areas - shared || 1) - (hull && (hull - areas) / hull)
  })
  return { shape: [values.length], data: Float32Array.from(values) }
}
