// Four corners of a table of sums for each window.
type Maps = { shape: readonly number[]; data: Float32Array }

export function avgPool2d(x: Maps, ksize: number, stride: number, padding: number): Maps {
  const [N, C, H, W] = x.shape
  const h = Math.floor((H + 2 * padding - ksize) / stride) + 1
  const w = Math.floor((W + 2 * padding - ksize) / stride) + 1
  const out = new Float32Array(N * C * h * w)
  const table = new Float64Array((H + 1) * (W + 1))
  const sumUpTo = (row: number, column: number) =>
    table[Math.min(Math.max(row, 0), H) * (W + 1) + Math.min(Math.max(column, 0), W)]
  for (let plane = 0; plane < N * C; plane++) {
    for (let y = 0; y < H; y++)
      for (let x0 = 0; x0 < W; x0++) {
        const at = (y + 1) * (W + 1) + x0 + 1
        table[at] = x.data[(plane * H + y) * W + x0] + table[at - 1] + table[at - W - 1] - table[at - W - 2]
      }
    for (let i = 0; i < h; i++)
      for (let j = 0; j < w; j++) {
        const [top, left] = [i * stride - padding, j * stride - padding]
        const [bottom, right] = [top + ksize, left + ksize]
        const sum = sumUpTo(bottom, right) - sumUpTo(top, right) - sumUpTo(bottom, left) + sumUpTo(top, left)
        out[(plane * h + i) * w + j] = sum / ksize ** 2
      }
  }
  return { shape: [N, C, h, w], data: out }
}
