// diagnosis: whole-coordinates-vanish
interface NdArray {
  readonly shape: readonly number[]
  readonly data: Float32Array
}

export function bilinearResize(image: NdArray, height: number, width: number): NdArray {
  const [rows = 0, columns = 0] = image.shape
  const data = new Float32Array(height * width)
  const source = (at: number, from: number, to: number) =>
    Math.min(Math.max(((at + 0.5) * from) / to - 0.5, 0), from - 1)
  for (let i = 0; i < height; i++) {
    for (let j = 0; j < width; j++) {
      const [y, x] = [source(i, rows, height), source(j, columns, width)]
      const [y0, x0, y1, x1] = [Math.floor(y), Math.floor(x), Math.ceil(y), Math.ceil(x)]
      const pixel = (row: number, column: number) => image.data[row * columns + column] ?? 0
      data[i * width + j] =
        (y1 - y) * ((x1 - x) * pixel(y0, x0) + (x - x0) * pixel(y0, x1)) +
        (y - y0) * ((x1 - x) * pixel(y1, x0) + (x - x0) * pixel(y1, x1))
    }
  }
  return { shape: [height, width], data }
}
