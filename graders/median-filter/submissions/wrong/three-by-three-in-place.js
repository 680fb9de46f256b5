// diagnosis: only-3x3+border-unfiltered+in-place
export function medianFilter({ shape, data }) {
  const [height, width] = shape
  const out = data.slice()
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const window = []
      for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) window.push(out[(y + dy) * width + x + dx])
      out[y * width + x] = window.sort((a, b) => a - b)[4]
    }
  }
  return { shape, data: out }
}
