// An axis at a time: of two intervals, what they share and what they span; with torchvision's epsilon.
type Boxes = { shape: readonly number[]; data: Float32Array }
interface Interval {
  shared: number
  span: number
  first: number
  second: number
}

export function giou(a: Boxes, b: Boxes) {
  const eps = 1e-7
  const data = Array.from({ length: a.shape[0] }, (_, i) => {
    const x = along(a.data, b.data, 4 * i)
    const y = along(a.data, b.data, 4 * i + 1)
    const shared = x.shared * y.shared
    const covered = x.first * y.first + x.second * y.second - shared
    const hull = x.span * y.span
    return shared / (covered + eps) - (hull - covered) / (hull + eps)
  })
  return { shape: [data.length], data: Float32Array.from(data) }
}

function along(a: Float32Array, b: Float32Array, at: number): Interval {
  const [from, to, start, end] = [a[at], a[at + 2], b[at], b[at + 2]]
  return {
    shared: Math.max(0, Math.min(to, end) - Math.max(from, start)),
    span: Math.max(to, end) - Math.min(from, start),
    first: to - from,
    second: end - start,
  }
}
