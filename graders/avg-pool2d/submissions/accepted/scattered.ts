// Every pixel hands its share to each window that holds it.
type Maps = { shape: readonly number[]; data: Float32Array }

export function avgPool2d(x: Maps, ksize: number, stride: number, padding: number): Maps {
  const [N, C, H, W] = x.shape
  const [h, w] = [H, W].map((length) => Math.floor((length + 2 * padding - ksize) / stride) + 1)
  const out = new Float32Array(N * C * h * w)
  const windowsWith = (place: number, count: number) => {
    const last = Math.min(count - 1, Math.floor((place + padding) / stride))
    const first = Math.max(0, Math.ceil((place + padding - ksize + 1) / stride))
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
  }
  for (let plane = 0; plane < N * C; plane++)
    for (let row = 0; row < H; row++)
      for (let column = 0; column < W; column++)
        for (const i of windowsWith(row, h))
          for (const j of windowsWith(column, w))
            out[(plane * h + i) * w + j] += x.data[(plane * H + row) * W + column] / (ksize * ksize)
  return { shape: [N, C, h, w], data: out }
}
