// Every pixel is handed to the windows that hold it.
type Array4 = { shape: readonly number[]; data: Float32Array }

export function depthwiseConv(x: Array4, weight: Array4, stride: number, padding: number): Array4 {
  const [N, C, H, W] = x.shape
  const [, kh, kw] = weight.shape
  const h = Math.floor((H + 2 * padding - kh) / stride) + 1
  const w = Math.floor((W + 2 * padding - kw) / stride) + 1
  const out = new Float64Array(N * C * h * w)
  x.data.forEach((value, at) => {
    const [plane, row, column] = [Math.floor(at / (H * W)), Math.floor(at / W) % H, at % W]
    for (let a = 0; a < kh; a++)
      for (let b = 0; b < kw; b++) {
        const [i, j] = [(row + padding - a) / stride, (column + padding - b) / stride]
        if (!Number.isInteger(i) || !Number.isInteger(j) || i < 0 || j < 0 || i >= h || j >= w) continue
        out[(plane * h + i) * w + j] += value * weight.data[((plane % C) * kh + a) * kw + b]
      }
  })
  return { shape: [N, C, h, w], data: Float32Array.from(out) }
}
