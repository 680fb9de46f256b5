// The four neighbours of each output pixel.
type Image = { shape: readonly number[]; data: Float32Array }

export function bilinearResize({ shape, data }: Image, height: number, width: number): Image {
  const [h, w] = shape
  const out = new Float32Array(height * width)
  for (let i = 0; i < height; i++) {
    const y = Math.min(Math.max((i + 0.5) * (h / height) - 0.5, 0), h - 1)
    const y0 = Math.floor(y)
    const y1 = Math.min(y0 + 1, h - 1)
    for (let j = 0; j < width; j++) {
      const x = Math.min(Math.max((j + 0.5) * (w / width) - 0.5, 0), w - 1)
      const x0 = Math.floor(x)
      const x1 = Math.min(x0 + 1, w - 1)
      const [fy, fx] = [y - y0, x - x0]
      out[i * width + j] =
        (1 - fy) * (1 - fx) * data[y0 * w + x0] +
        (1 - fy) * fx * data[y0 * w + x1] +
        fy * (1 - fx) * data[y1 * w + x0] +
        fy * fx * data[y1 * w + x1]
    }
  }
  return { shape: [height, width], data: out }
}
