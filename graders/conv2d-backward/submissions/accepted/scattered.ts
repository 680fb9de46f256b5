type A = { shape: readonly number[]; data: Float32Array }

export function conv2dBackward(gradOut: A, x: A, weight: A, stride: number, padding: number) {
  const [N, C, H, W] = x.shape
  const [O, , kh, kw] = weight.shape
  const [, , h, w] = gradOut.shape
  const g = (n: number, o: number, i: number, j: number) => gradOut.data[((n * O + o) * h + i) * w + j]
  const gradX = new Float32Array(x.data.length)
  const gradW = new Float32Array(weight.data.length)
  const bias = new Float32Array(O)
  for (let n = 0; n < N; n++)
    for (let o = 0; o < O; o++)
      for (let i = 0; i < h; i++)
        for (let j = 0; j < w; j++) {
          bias[o] += g(n, o, i, j)
          for (let c = 0; c < C; c++)
            for (let a = 0; a < kh; a++)
              for (let b = 0; b < kw; b++) {
                const [y, z] = [i * stride - padding + a, j * stride - padding + b]
                if (y < 0 || z < 0 || y >= H || z >= W) continue
                const [pixel, tap] = [((n * C + c) * H + y) * W + z, ((o * C + c) * kh + a) * kw + b]
                gradX[pixel] += g(n, o, i, j) * weight.data[tap]
                gradW[tap] += g(n, o, i, j) * x.data[pixel]
              }
        }
  return { x: { shape: x.shape, data: gradX }, weight: { shape: weight.shape, data: gradW }, bias: { shape: [O], data: bias } }
}
