/** Row-major: red, green and blue of each pixel, from 0 to 255. */
export interface RgbImage {
  readonly height: number
  readonly width: number
  readonly bytes: Uint8Array
}

/** Why an image cannot be shown. */
export type ImageTrouble = 'missing' | 'unknown-form' | 'broken' | 'too-large'

/** Made smaller to fit, where it has to be: each pixel is the mean of those that it stands for. The shape stays. */
export function shrinkToFit(image: RgbImage, most: Pick<RgbImage, 'height' | 'width'>): RgbImage {
  const ratio = Math.min(most.height / image.height, most.width / image.width)
  if (ratio >= 1) return image
  const height = Math.max(1, Math.floor(image.height * ratio))
  const width = Math.max(1, Math.floor(image.width * ratio))
  const sums = new Float64Array(height * width * 3)
  const counts = new Uint32Array(height * width)
  for (let row = 0; row < image.height; row++) {
    const above = Math.floor((row * height) / image.height) * width
    for (let column = 0; column < image.width; column++) {
      const to = above + Math.floor((column * width) / image.width)
      const from = 3 * (row * image.width + column)
      for (let channel = 0; channel < 3; channel++)
        sums[3 * to + channel] = (sums[3 * to + channel] ?? 0) + (image.bytes[from + channel] ?? 0)
      counts[to] = (counts[to] ?? 0) + 1
    }
  }
  const bytes = Uint8Array.from(sums, (sum, at) => Math.round(sum / (counts[Math.floor(at / 3)] ?? 1)))
  return { height, width, bytes }
}
