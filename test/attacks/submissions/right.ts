/** Appended to every TypeScript submission here: a right answer, slow for large windows. */
function right(image: any, ksize: number): any {
  const [height, width] = image.shape
  const mirror = (at: number, length: number) => {
    if (length === 1) return 0
    const period = 2 * (length - 1)
    const folded = ((at % period) + period) % period
    return folded < period - folded ? folded : period - folded
  }
  const data = new Uint8Array(height * width)
  const radius = (ksize - 1) / 2
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0
      for (let dy = -radius; dy <= radius; dy++) {
        for (let dx = -radius; dx <= radius; dx++) sum += image.data[mirror(y + dy, height) * width + mirror(x + dx, width)]
      }
      data[y * width + x] = (sum + ((ksize * ksize) >> 1)) / (ksize * ksize)
    }
  }
  return { shape: [height, width], data }
}

/** Ends the submission with what it should not have reached. */
function reached(what: string): never {
  throw new Error(`REACHED ${what}`)
}
