// A padded copy of the image, so that every window lies inside; the kernel's rows innermost, sums value by value.
type Array4 = { shape: readonly number[]; data: Float32Array }

export function conv2d(
  x: Array4,
  weight: Array4,
  bias: Array4,
  stride: number,
  padding: number,
  dilation: number,
  groups: number,
): Array4 {
  const [N, C, H, W] = x.shape
  const [O, D, kh, kw] = weight.shape
  const [ph, pw] = [H + 2 * padding, W + 2 * padding]
  const padded = new Float32Array(N * C * ph * pw)
  for (let line = 0; line < N * C * H; line++) {
    const to = (Math.floor(line / H) * ph + (line % H) + padding) * pw + padding
    padded.set(x.data.subarray(line * W, (line + 1) * W), to)
  }
  const h = Math.floor((ph - dilation * (kh - 1) - 1) / stride) + 1
  const w = Math.floor((pw - dilation * (kw - 1) - 1) / stride) + 1
  const out = new Float32Array(N * O * h * w)
  let to = 0
  for (let n = 0; n < N; n++)
    for (let o = 0; o < O; o++) {
      const channel = n * C + Math.floor(o / (O / groups)) * D
      for (let i = 0; i < h; i++)
        for (let j = 0; j < w; j++) {
          let sum = bias.data[o]
          let tap = o * D * kh * kw
          for (let d = 0; d < D; d++)
            for (let a = 0; a < kh; a++) {
              let from = ((channel + d) * ph + i * stride + a * dilation) * pw + j * stride
              for (let b = 0; b < kw; b++, from += dilation) sum += weight.data[tap++] * padded[from]
            }
          out[to++] = sum
        }
    }
  return { shape: [N, O, h, w], data: out }
}
