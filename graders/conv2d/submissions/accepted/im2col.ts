// im2col for one image and one group at a time, then a product of matrices, row by row.
type Array4 = { shape: readonly number[]; data: Float32Array }

export function conv2d(
  x: Array4,
  weight: Array4,
  bias: Array4,
  stride: number,
  padding: number,
  dilation: number,
  groups: number,
): Array4 {
  const [N, C, H, W] = x.shape
  const [O, D, kh, kw] = weight.shape
  const h = Math.floor((H + 2 * padding - dilation * (kh - 1) - 1) / stride) + 1
  const w = Math.floor((W + 2 * padding - dilation * (kw - 1) - 1) / stride) + 1
  const [pixels, rows, perGroup] = [h * w, D * kh * kw, O / groups]
  const out = new Float32Array(N * O * pixels)
  const columns = new Float32Array(rows * pixels)
  for (let n = 0; n < N; n++)
    for (let g = 0; g < groups; g++) {
      let at = 0
      for (let d = 0; d < D; d++) {
        const plane = (n * C + g * D + d) * H * W
        for (let a = 0; a < kh; a++)
          for (let b = 0; b < kw; b++)
            for (let i = 0; i < h; i++) {
              const y = i * stride - padding + a * dilation
              for (let j = 0; j < w; j++) {
                const z = j * stride - padding + b * dilation
                columns[at++] = y < 0 || y >= H || z < 0 || z >= W ? 0 : x.data[plane + y * W + z]
              }
            }
      }
      for (let o = g * perGroup; o < (g + 1) * perGroup; o++) {
        const sums = new Float64Array(pixels).fill(bias.data[o])
        for (let r = 0; r < rows; r++) {
          const factor = weight.data[o * rows + r]
          const from = r * pixels
          for (let p = 0; p < pixels; p++) sums[p] += factor * columns[from + p]
        }
        out.set(sums, (n * O + o) * pixels)
      }
    }
  return { shape: [N, O, h, w], data: out }
}
