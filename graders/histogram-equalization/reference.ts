import type { Nd } from '#kit'

/** As cv2.equalizeHist: the cumulative histogram as a table, the darkest level that occurs at 0. */
export function histogramEqualization({ shape, data }: Nd<'u8'>): Nd<'u8'> {
  const histogram = new Int32Array(256)
  for (const grey of data) histogram[grey] = (histogram[grey] as number) + 1
  const darkest = histogram.find((pixels) => pixels > 0) as number
  if (darkest === data.length) return { shape, data: data.slice() }
  let pixels = 0
  const table = histogram.map((more) => {
    pixels += more
    return Math.round((255 * (pixels - darkest)) / (data.length - darkest))
  })
  return { shape, data: data.map((grey) => table[grey] as number) }
}
