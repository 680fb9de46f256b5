// One copy of x, one coordinate moved and put back; rows of the matrix as arrays.
type Array64 = { shape: readonly number[]; data: Float64Array }

export function numericalGradient(a: Array64, b: Array64, x: Array64, h: number) {
  const size = x.shape[0]
  const rows = Array.from({ length: size }, (_, i) => a.data.slice(i * size, (i + 1) * size))
  const dot = (p: Float64Array, q: Float64Array) => p.reduce((sum, value, i) => sum + value * q[i], 0)
  const f = (v: Float64Array) => {
    const av = Float64Array.from(rows, (row) => dot(row, v))
    return 0.5 * dot(v, av) + dot(b.data, v) + v.reduce((sum, value) => sum + Math.sin(value), 0)
  }
  const at = x.data.slice()
  const gradient = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    const kept = at[i]
    at[i] = kept + h
    gradient[i] = f(at)
    at[i] = kept - h
    gradient[i] -= f(at)
    gradient[i] /= 2 * h
    at[i] = kept
  }
  return { shape: x.shape, data: gradient }
}
