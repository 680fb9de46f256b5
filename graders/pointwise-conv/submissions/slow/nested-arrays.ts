// Right, but pixel by pixel with arrays that are made for each of them.
type Maps = { shape: readonly number[]; data: Float32Array }

export function pointwiseConv(x: Maps, weight: Maps): Maps {
  const [N, C, H, W] = x.shape
  const O = weight.shape[0]
  const out: number[] = []
  for (let n = 0; n < N; n++)
    for (let o = 0; o < O; o++)
      for (let p = 0; p < H * W; p++) {
        const pixel = Array.from({ length: C }, (_, c) => x.data[(n * C + c) * H * W + p])
        out.push(pixel.reduce((sum, value, c) => sum + value * weight.data[o * C + c], 0))
      }
  return { shape: [N, O, H, W], data: Float32Array.from(out) }
}
