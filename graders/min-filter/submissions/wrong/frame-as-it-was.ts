// diagnosis: border-unfiltered
type Image = { shape: readonly number[]; data: Uint8Array }

export function minFilter(image: Image, ksize: number): Image {
  const [height, width] = image.shape
  const reach = Math.floor(ksize / 2)
  const data = Uint8Array.from(image.data)
  for (let row = reach; row < height - reach; row++) {
    for (let column = reach; column < width - reach; column++) {
      const window: number[] = []
      for (let up = -reach; up <= reach; up++) {
        const middle = (row + up) * width + column
        window.push(...image.data.subarray(middle - reach, middle + reach + 1))
      }
      data[row * width + column] = Math.min(...window)
    }
  }
  return { shape: image.shape, data }
}
