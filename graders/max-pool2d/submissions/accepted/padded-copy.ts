// A padded copy of each plane, then maxima along the rows, then along the columns of those.
type Maps = { shape: readonly number[]; data: Float32Array }

export function maxPool2d(x: Maps, ksize: number, stride: number, padding: number): Maps {
  const [N, C, H, W] = x.shape
  const [ph, pw] = [H + 2 * padding, W + 2 * padding]
  const h = Math.floor((ph - ksize) / stride) + 1
  const w = Math.floor((pw - ksize) / stride) + 1
  const out: number[] = []
  for (let plane = 0; plane < N * C; plane++) {
    const padded = new Float64Array(ph * pw).fill(-Infinity)
    for (let y = 0; y < H; y++)
      padded.set(x.data.subarray((plane * H + y) * W, (plane * H + y + 1) * W), (y + padding) * pw + padding)
    const rows = new Float64Array(ph * w)
    for (let y = 0; y < ph; y++)
      for (let j = 0; j < w; j++) {
        const from = y * pw + j * stride
        rows[y * w + j] = Math.max(...padded.subarray(from, from + ksize))
      }
    for (let i = 0; i < h; i++)
      for (let j = 0; j < w; j++) {
        let best = -Infinity
        for (let d = 0; d < ksize; d++) best = Math.max(best, rows[(i * stride + d) * w + j])
        out.push(best)
      }
  }
  return { shape: [N, C, h, w], data: Float32Array.from(out) }
}
