// The channels of one pixel are gathered once and multiplied by each row of the weight.
type Maps = { shape: readonly number[]; data: Float32Array }

export function pointwiseConv(x: Maps, weight: Maps): Maps {
  const [N, C, H, W] = x.shape
  const O = weight.shape[0]
  const size = H * W
  const out = new Float32Array(N * O * size)
  const pixel = new Float64Array(C)
  for (let n = 0; n < N; n++) {
    for (let p = 0; p < size; p++) {
      for (let c = 0; c < C; c++) pixel[c] = x.data[(n * C + c) * size + p]
      for (let o = 0; o < O; o++) {
        let sum = 0
        for (let c = 0; c < C; c++) sum += weight.data[o * C + c] * pixel[c]
        out[(n * O + o) * size + p] = sum
      }
    }
  }
  return { shape: [N, O, H, W], data: out }
}
