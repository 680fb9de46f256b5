// The formula from top to bottom; the angle of h / w differs by as much as that of w / h.
type Boxes = { shape: readonly number[]; data: Float32Array }

export function ciou(a: Boxes, b: Boxes) {
  const values: number[] = []
  for (let k = 0; k < a.data.length; k += 4) {
    const [x1, y1, x2, y2] = a.data.slice(k, k + 4)
    const [u1, v1, u2, v2] = b.data.slice(k, k + 4)
    let inter = 0
    if (x1 < u2 && u1 < x2 && y1 < v2 && v1 < y2) {
      inter = (Math.min(x2, u2) - Math.max(x1, u1)) * (Math.min(y2, v2) - Math.max(y1, v1))
    }
    const iou = inter / ((x2 - x1) * (y2 - y1) + (u2 - u1) * (v2 - v1) - inter)
    const c2 = Math.hypot(Math.max(x2, u2) - Math.min(x1, u1), Math.max(y2, v2) - Math.min(y1, v1)) ** 2
    const rho = Math.hypot((x1 + x2 - u1 - u2) / 2, (y1 + y2 - v1 - v2) / 2)
    const turn = Math.atan((y2 - y1) / (x2 - x1)) - Math.atan((v2 - v1) / (u2 - u1))
    const v = ((2 * turn) / Math.PI) ** 2
    const alpha = v === 0 ? 0 : v / (1 - iou + v)
    values.push(iou - (rho * rho) / c2 - alpha * v)
  }
  return { shape: [values.length], data: Float32Array.from(values) }
}
