// Maxima of 1, 2, 4 ... neighbours until the window is covered; windows that overlap do no harm to a maximum.
type Image = { shape: readonly number[]; data: Uint8Array }

export function maxFilter({ shape, data }: Image, ksize: number): Image {
  const [height, width] = shape
  const flipped = columnMaxima(data, height, width, ksize)
  return { shape, data: transpose(columnMaxima(transpose(flipped, height, width), width, height, ksize), width, height) }
}

function columnMaxima(data: Uint8Array, height: number, width: number, ksize: number): Uint8Array {
  const r = ksize >> 1
  const rows = height + 2 * r
  const padded = new Uint8Array(rows * width)
  for (let y = 0; y < rows; y++) {
    const from = Math.min(Math.max(y - r, 0), height - 1) * width
    padded.set(data.subarray(from, from + width), y * width)
  }
  let covered = 1
  const grow = (by: number) => {
    const shift = by * width
    for (let i = 0; i + shift < padded.length; i++) if (padded[i + shift] > padded[i]) padded[i] = padded[i + shift]
    covered += by
  }
  while (2 * covered <= ksize) grow(covered)
  if (covered < ksize) grow(ksize - covered)
  return padded.subarray(0, height * width)
}

function transpose(data: Uint8Array, height: number, width: number): Uint8Array {
  const out = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) out[x * height + y] = data[y * width + x]
  return out
}
