import type { Nd } from '#kit'

/** As torch.nn.functional.interpolate(mode="bilinear", align_corners=False): half-pixel centres, edges clamped, no antialiasing. */
export function bilinearResize(image: Nd<'f32'>, height: number, width: number): Nd<'f32'> {
  const [rows, columns] = image.shape as [number, number]
  const down = blends(rows, height)
  const across = blends(columns, width)
  const data = Float32Array.from(
    down.flatMap((y) => {
      const along = (row: number) => {
        const pixel = (column: number) => image.data[row * columns + column] as number
        return across.map((x) => (1 - x.share) * pixel(x.first) + x.share * pixel(x.second))
      }
      const below = along(y.second)
      return along(y.first).map((above, at) => (1 - y.share) * above + y.share * (below[at] as number))
    }),
  )
  return { shape: [height, width], data }
}

/** Of which two pixels each output pixel of an axis is a blend, and the share of the second. */
function blends(from: number, to: number) {
  return Array.from({ length: to }, (_, at) => {
    const coordinate = Math.min(Math.max(((at + 0.5) * from) / to - 0.5, 0), from - 1)
    const first = Math.floor(coordinate)
    return { first, second: Math.ceil(coordinate), share: coordinate - first }
  })
}
