import type { GreyImage } from '../drawing.ts'
import { sum } from '../sum.ts'

/** The largest value of each window; pixels beyond the border repeat the nearest one. */
export function maxFilter(image: GreyImage, ksize: number): GreyImage {
  return overWindows(image, ksize, (window) => Math.max(...window))
}

export function minFilter(image: GreyImage, ksize: number): GreyImage {
  return overWindows(image, ksize, (window) => Math.min(...window))
}

/** With the sigma that `cv2.GaussianBlur` takes for a size when none is given. */
export function gaussianFilter(image: GreyImage, ksize: number): GreyImage {
  const radius = (ksize - 1) / 2
  const sigma = 0.3 * (radius - 1) + 0.8
  const row = Array.from({ length: ksize }, (_, at) => Math.exp(-((at - radius) ** 2) / (2 * sigma ** 2)))
  const weights = row.flatMap((down) => row.map((across) => down * across))
  const total = sum(weights)
  return overWindows(image, ksize, (window) =>
    Math.round(window.reduce((sum, grey, at) => sum + grey * (weights[at] ?? 0), 0) / total),
  )
}

function overWindows(
  { shape, data }: GreyImage,
  ksize: number,
  reduce: (window: readonly number[]) => number,
): GreyImage {
  const [height = 0, width = 0] = shape
  const radius = (ksize - 1) / 2
  const clamp = (index: number, length: number) => Math.min(Math.max(index, 0), length - 1)
  const filtered = Uint8Array.from(data, (_, at) => {
    const [row, column] = [Math.floor(at / width), at % width]
    const window = Array.from({ length: ksize * ksize }, (_, place) => {
      const y = clamp(row + Math.floor(place / ksize) - radius, height)
      const x = clamp(column + (place % ksize) - radius, width)
      return data[y * width + x] ?? 0
    })
    return reduce(window)
  })
  return { dtype: 'u8', shape, data: filtered }
}
