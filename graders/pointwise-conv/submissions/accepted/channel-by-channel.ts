// Each input plane is handed to all output planes at once; sums stay in f32.
type Maps = { shape: readonly number[]; data: Float32Array }

export function pointwiseConv(x: Maps, weight: Maps): Maps {
  const [N, C, H, W] = x.shape
  const O = weight.shape[0]
  const size = H * W
  const out = new Float32Array(N * O * size)
  for (let n = 0; n < N; n++) {
    for (let c = 0; c < C; c++) {
      const plane = x.data.subarray((n * C + c) * size, (n * C + c + 1) * size)
      for (let o = 0; o < O; o++) {
        const w = weight.data[o * C + c]
        const sums = out.subarray((n * O + o) * size, (n * O + o + 1) * size)
        for (let p = 0; p < size; p++) sums[p] += w * plane[p]
      }
    }
  }
  return { shape: [N, O, H, W], data: out }
}
