// As PyTorch: the plain loss and the mean over all classes, each reduced by itself and mixed at the end.
type Matrix = { shape: readonly number[]; data: Float32Array }

export function labelSmoothing({ shape, data }: Matrix, labels: { shape: readonly number[]; data: Int32Array }, epsilon: number) {
  const [n, c] = shape
  const nll = Array.from({ length: n }, (_, i) => {
    const row = data.subarray(i * c, i * c + c)
    let lse = -Infinity
    for (const z of row) lse = Math.max(lse, z) + (lse === -Infinity ? 0 : Math.log1p(Math.exp(-Math.abs(lse - z))))
    return Array.from(row, (z) => lse - z)
  })
  const plain = nll.reduce((sum, row, i) => sum + row[labels.data[i]], 0) / n
  const smooth = nll.reduce((sum, row) => sum + row.reduce((a, b) => a + b, 0) / c, 0) / n
  return (1 - epsilon) * plain + epsilon * smooth
}
