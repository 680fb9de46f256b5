// diagnosis: stride-ignored-in-x
export function conv2dBackward(gradOut, x, weight, stride, padding) {
  const [N, C, H, W] = x.shape
  const [O, , kh, kw] = weight.shape
  const [, , h, w] = gradOut.shape
  const grad = {
    x: { shape: x.shape, data: new Float32Array(x.data.length) },
    weight: { shape: weight.shape, data: new Float32Array(weight.data.length) },
    bias: { shape: [O], data: new Float32Array(O) },
  }
  for (let n = 0; n < N; n++)
    for (let o = 0; o < O; o++)
      for (let i = 0; i < h; i++)
        for (let j = 0; j < w; j++) {
          const g = gradOut.data[((n * O + o) * h + i) * w + j]
          grad.bias.data[o] += g
          for (let c = 0; c < C; c++)
            for (let a = 0; a < kh; a++)
              for (let b = 0; b < kw; b++) {
                const [row, column] = [i * stride - padding + a, j * stride - padding + b]
                if (row < 0 || row >= H || column < 0 || column >= W) continue
                grad.weight.data[((o * C + c) * kh + a) * kw + b] += g * x.data[((n * C + c) * H + row) * W + column]
              }
        }
  // The full convolution of gradOut with the turned kernel.
  for (let n = 0; n < N; n++)
    for (let c = 0; c < C; c++)
      for (let row = 0; row < H; row++)
        for (let column = 0; column < W; column++)
          for (let o = 0; o < O; o++)
            for (let a = 0; a < kh; a++)
              for (let b = 0; b < kw; b++) {
                const [i, j] = [row + padding - a, column + padding - b]
                if (i < 0 || i >= h || j < 0 || j >= w) continue
                grad.x.data[((n * C + c) * H + row) * W + column] +=
                  gradOut.data[((n * O + o) * h + i) * w + j] * weight.data[((o * C + c) * kh + a) * kw + b]
              }
  return grad
}
