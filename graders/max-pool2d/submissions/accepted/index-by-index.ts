// Every pixel is offered to each window that holds it.
type Maps = { shape: readonly number[]; data: Float32Array }

export function maxPool2d(x: Maps, ksize: number, stride: number, padding: number): Maps {
  const [N, C, H, W] = x.shape
  const h = Math.floor((H + 2 * padding - ksize) / stride) + 1
  const w = Math.floor((W + 2 * padding - ksize) / stride) + 1
  const out = new Float32Array(N * C * h * w).fill(-Infinity)
  x.data.forEach((value, at) => {
    const [column, row, plane] = [at % W, Math.floor(at / W) % H, Math.floor(at / (H * W))]
    for (const i of windowsWith(row, h))
      for (const j of windowsWith(column, w)) {
        const to = (plane * h + i) * w + j
        if (value > out[to]) out[to] = value
      }
  })
  return { shape: [N, C, h, w], data: out }

  function windowsWith(place: number, count: number): number[] {
    const found: number[] = []
    for (let i = 0; i < count; i++) {
      const start = i * stride - padding
      if (place >= start && place < start + ksize) found.push(i)
    }
    return found
  }
}
