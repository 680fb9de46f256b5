// diagnosis: distance-of-double-centres+v-without-factor
export function ciou(a, b) {
  const data = new Float32Array(a.shape[0])
  data.forEach((_, i) => {
    const [ax1, ay1, ax2, ay2] = a.data.subarray(4 * i)
    const [bx1, by1, bx2, by2] = b.data.subarray(4 * i)
    const inter = Math.max(0, Math.min(ax2, bx2) - Math.max(ax1, bx1)) * Math.max(0, Math.min(ay2, by2) - Math.max(ay1, by1))
    const iou = inter / ((ax2 - ax1) * (ay2 - ay1) + (bx2 - bx1) * (by2 - by1) - inter)
    const rho2 = (ax1 + ax2 - bx1 - bx2) ** 2 + (ay1 + ay2 - by1 - by2) ** 2
    const c2 = (Math.max(ax2, bx2) - Math.min(ax1, bx1)) ** 2 + (Math.max(ay2, by2) - Math.min(ay1, by1)) ** 2
    const v = (Math.atan((ax2 - ax1) / (ay2 - ay1)) - Math.atan((bx2 - bx1) / (by2 - by1))) ** 2
    data[i] = iou - rho2 / c2 - (v * v) / (1 - iou + v + 1e-9)
  })
  return { shape: [data.length], data }
}
