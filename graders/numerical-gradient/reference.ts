import type { Nd } from '#kit'

/** (f(x + h e_i) - f(x - h e_i)) / 2h for each i. */
export function numericalGradient(a: Nd<'f64'>, b: Nd<'f64'>, x: Nd<'f64'>, h: number): Nd<'f64'> {
  const at = (i: number, value: number) => functionAt(a.data, b.data, x.data.with(i, value))
  const data = x.data.map((xi, i) => (at(i, xi + h) - at(i, xi - h)) / (2 * h))
  return { shape: x.shape, data }
}

/** 1/2 x^T A x + b^T x + sum sin x. */
function functionAt(a: Float64Array, b: Float64Array, x: Float64Array): number {
  return x.reduce((sum, xi, i) => {
    const row = a.subarray(i * x.length, (i + 1) * x.length)
    const product = row.reduce((total, factor, j) => total + factor * (x[j] as number), 0)
    return sum + xi * (product / 2 + (b[i] as number)) + Math.sin(xi)
  }, 0)
}
