// diagnosis: divided-by-sum-of-all
type Matrix = { shape: readonly number[]; data: Float32Array }

export function softmax({ shape, data }: Matrix) {
  const [N, D] = shape
  const rows = Array.from({ length: N }, (_, n) => Array.from(data.subarray(n * D, (n + 1) * D)))
  const exps = rows.flatMap((row) => row.map((v) => Math.exp(v - Math.max(...row))))
  const sum = exps.reduce((total, v) => total + v, 0)
  return { shape, data: Float32Array.from(exps, (v) => v / sum) }
}
