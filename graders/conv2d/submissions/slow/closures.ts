// Right, but every value is read through functions and arrays that are made for it.
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
  const size = (length: number, k: number) => Math.floor((length + 2 * padding - dilation * (k - 1) - 1) / stride) + 1
  const [h, w] = [size(H, kh), size(W, kw)]
  const range = (length: number) => [...Array(length).keys()]
  const read = ([n, c, y, z]: number[]) =>
    y < 0 || z < 0 || y >= H || z >= W ? 0 : x.data[((n * C + c) * H + y) * W + z]
  const valueAt = (n: number, o: number, i: number, j: number) =>
    range(D)
      .flatMap((d) => range(kh).flatMap((a) => range(kw).map((b) => [d, a, b])))
      .reduce((sum, [d, a, b], tap) => {
        const [y, z] = [i * stride - padding + a * dilation, j * stride - padding + b * dilation]
        return sum + weight.data[o * D * kh * kw + tap] * read([n, Math.floor(o / (O / groups)) * D + d, y, z])
      }, bias.data[o])
  const values = range(N * O * h * w).map((at) =>
    valueAt(Math.floor(at / (O * h * w)), Math.floor(at / (h * w)) % O, Math.floor(at / w) % h, at % w),
  )
  return { shape: [N, O, h, w], data: Float32Array.from(values) }
}
