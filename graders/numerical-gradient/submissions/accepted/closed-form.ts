// No evaluation of f: what the difference is on paper.
type Array64 = { shape: readonly number[]; data: Float64Array }

export function numericalGradient(a: Array64, b: Array64, x: Array64, h: number) {
  const n = x.data.length
  const data = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) data[i] += ((a.data[i * n + j] + a.data[j * n + i]) * x.data[j]) / 2
    data[i] += b.data[i] + (Math.cos(x.data[i]) * Math.sin(h)) / h
  }
  return { shape: [n], data }
}
