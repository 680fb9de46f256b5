// Each weight adds its multiple of the whole shifted plane.
type Array4 = { shape: readonly number[]; data: Float32Array }

export function depthwiseConv(x: Array4, weight: Array4, stride: number, padding: number): Array4 {
  const [N, C, H, W] = x.shape
  const [, kh, kw] = weight.shape
  const h = Math.floor((H + 2 * padding - kh) / stride) + 1
  const w = Math.floor((W + 2 * padding - kw) / stride) + 1
  const out = new Float32Array(N * C * h * w)
  for (let plane = 0; plane < N * C; plane++)
    for (let tap = 0; tap < kh * kw; tap++) {
      const factor = weight.data[(plane % C) * kh * kw + tap]
      const [down, right] = [Math.floor(tap / kw) - padding, (tap % kw) - padding]
      for (let i = 0; i < h; i++)
        for (let j = 0; j < w; j++) {
          const [row, column] = [i * stride + down, j * stride + right]
          if (row < 0 || row >= H || column < 0 || column >= W) continue
          out[(plane * h + i) * w + j] += factor * x.data[(plane * H + row) * W + column]
        }
    }
  return { shape: [N, C, h, w], data: out }
}
