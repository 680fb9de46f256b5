// diagnosis: brackets-missing
export function numericalGradient(a, b, x, h) {
  const n = x.data.length
  const f = (v) => {
    let sum = 0
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) sum += 0.5 * v[i] * a.data[i * n + j] * v[j]
      sum += b.data[i] * v[i] + Math.sin(v[i])
    }
    return sum
  }
  const data = x.data.map((value, i) => (f(x.data.with(i, value + h)) - f(x.data.with(i, value - h))) / 2 * h)
  return { shape: [n], data }
}
