// A queue of two stacks, each of which knows its minimum, slides along the lines.
interface Image {
  shape: readonly number[]
  data: Uint8Array
}

export function minFilter(image: Image, ksize: number): Image {
  const [height, width] = image.shape
  const out = image.data.slice()
  for (let y = 0; y < height; y++) slide(out, y * width, 1, width, ksize)
  for (let x = 0; x < width; x++) slide(out, x, width, height, ksize)
  return { shape: image.shape, data: out }
}

function slide(pixels: Uint8Array, start: number, step: number, length: number, ksize: number): void {
  const radius = ksize >> 1
  const line = new Uint8Array(length + ksize).fill(255)
  for (let i = 0; i < length; i++) line[i] = pixels[start + i * step]
  const leaving = new Uint8Array(ksize)
  let left = 0
  let minimum = 255
  // `line` has white beyond its end, and so do the places before its start.
  for (let i = -radius; i < length + radius; i++) {
    minimum = Math.min(minimum, i < 0 ? 255 : line[i])
    const centre = i - radius
    if (centre < 0) continue
    pixels[start + centre * step] = left > 0 ? Math.min(minimum, leaving[left - 1]) : minimum
    if (left === 0) {
      let best = 255
      for (let j = 0; j < ksize; j++) {
        best = Math.min(best, i - j < 0 ? 255 : line[i - j])
        leaving[left++] = best
      }
      minimum = 255
    }
    left--
  }
}
