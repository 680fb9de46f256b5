// Each gradient by itself: outputs are gone through thrice.
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
    for (let o = 0; o < O; o++) for (let p = 0; p < h * w; p++) bias[o] += g(n, o, 0, p)
  gradW.forEach((_, at) => {
    const [b, a, c, o] = [at % kw, Math.floor(at / kw) % kh, Math.floor(at / (kw * kh)) % C, Math.floor(at / (kw * kh * C))]
    let sum = 0
    for (let n = 0; n < N; n++)
      for (let i = 0; i < h; i++)
        for (let j = 0; j < w; j++) {
          const [y, z] = [i * stride - padding + a, j * stride - padding + b]
          if (y >= 0 && z >= 0 && y < H && z < W) sum += g(n, o, i, j) * x.data[((n * C + c) * H + y) * W + z]
        }
    gradW[at] = sum
  })
  gradX.forEach((_, at) => {
    const [z, y, c, n] = [at % W, Math.floor(at / W) % H, Math.floor(at / (W * H)) % C, Math.floor(at / (W * H * C))]
    let sum = 0
    for (let o = 0; o < O; o++)
      for (let a = 0; a < kh; a++)
        for (let b = 0; b < kw; b++) {
          const [i, j] = [(y + padding - a) / stride, (z + padding - b) / stride]
          if (!Number.isInteger(i) || !Number.isInteger(j) || i < 0 || j < 0 || i >= h || j >= w) continue
          sum += g(n, o, i, j) * weight.data[((o * C + c) * kh + a) * kw + b]
        }
    gradX[at] = sum
  })
  return { x: { shape: x.shape, data: gradX }, weight: { shape: weight.shape, data: gradW }, bias: { shape: [O], data: bias } }
}
