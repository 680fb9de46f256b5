import type { Nd } from '#kit'

/** Otsu 1979 in one sweep over the histogram; sums of whole numbers, so that equal splits are equal exactly. */
export function otsuThreshold({ data }: Nd<'u8'>): number {
  const histogram = new Int32Array(256)
  for (const grey of data) histogram[grey] = (histogram[grey] as number) + 1
  const count = data.length
  const sum = data.reduce((total, grey) => total + grey, 0)
  let [dark, darkSum, best, threshold] = [0, 0, 0, 0]
  histogram.forEach((pixels, level) => {
    dark += pixels
    darkSum += pixels * level
    // Proportional to w0 w1 (mu0 - mu1)²; NaN where a class is empty, which is larger than nothing.
    const variance = (count * darkSum - dark * sum) ** 2 / (dark * (count - dark))
    if (variance > best) [best, threshold] = [variance, level]
  })
  return threshold
}
