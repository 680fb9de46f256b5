// diagnosis: bias-for-each-channel
export function conv2d(x, weight, bias, stride, padding, dilation, groups) {
  const [N, C, H, W] = x.shape
  const [O, D, kh, kw] = weight.shape
  const h = Math.floor((H + 2 * padding - dilation * (kh - 1) - 1) / stride) + 1
  const w = Math.floor((W + 2 * padding - dilation * (kw - 1) - 1) / stride) + 1
  const data = new Float32Array(N * O * h * w)
  for (let n = 0; n < N; n++)
    for (let o = 0; o < O; o++)
      for (let d = 0; d < D; d++) {
        const c = Math.floor(o / (O / groups)) * D + d
        for (let i = 0; i < h; i++)
          for (let j = 0; j < w; j++) {
            let sum = bias.data[o]
            for (let a = 0; a < kh; a++)
              for (let b = 0; b < kw; b++) {
                const [y, z] = [i * stride - padding + a * dilation, j * stride - padding + b * dilation]
                if (y < 0 || z < 0 || y >= H || z >= W) continue
                sum += weight.data[((o * D + d) * kh + a) * kw + b] * x.data[((n * C + c) * H + y) * W + z]
              }
            data[((n * O + o) * h + i) * w + j] += sum
          }
      }
  return { shape: [N, O, h, w], data }
}
