// diagnosis: windows-one-apart
export function maxPool2d(x, ksize, stride, padding) {
  const [N, C, H, W] = x.shape
  const h = Math.floor((H + 2 * padding - ksize) / stride) + 1
  const w = Math.floor((W + 2 * padding - ksize) / stride) + 1
  const out = new Float32Array(N * C * h * w)
  for (let plane = 0; plane < N * C; plane++)
    for (let i = 0; i < h; i++)
      for (let j = 0; j < w; j++) {
        let best = -Infinity
        for (let di = 0; di < ksize; di++)
          for (let dj = 0; dj < ksize; dj++) {
            const [row, column] = [i + di - padding, j + dj - padding]
            if (row < 0 || column < 0 || row >= H || column >= W) continue
            best = Math.max(best, x.data[(plane * H + row) * W + column])
          }
        out[(plane * h + i) * w + j] = best
      }
  return { shape: [N, C, h, w], data: out }
}
