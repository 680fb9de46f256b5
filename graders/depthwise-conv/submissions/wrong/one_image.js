// diagnosis: first-image-alone
export function depthwiseConv(x, weight, stride, padding) {
  const [N, C, H, W] = x.shape
  const [, kh, kw] = weight.shape
  const h = Math.floor((H + 2 * padding - kh) / stride) + 1
  const w = Math.floor((W + 2 * padding - kw) / stride) + 1
  const data = new Float32Array(N * C * h * w)
  for (let c = 0; c < C; c++)
    for (let i = 0; i < h; i++)
      for (let j = 0; j < w; j++) {
        let sum = 0
        for (let a = 0; a < kh; a++)
          for (let b = 0; b < kw; b++) {
            const [y, z] = [i * stride - padding + a, j * stride - padding + b]
            if (y >= 0 && z >= 0 && y < H && z < W) sum += weight.data[(c * kh + a) * kw + b] * x.data[(c * H + y) * W + z]
          }
        data[(c * h + i) * w + j] = sum
      }
  return { shape: [N, C, h, w], data }
}
