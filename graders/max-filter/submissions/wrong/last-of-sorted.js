// diagnosis: compared-as-text
export function maxFilter({ shape, data }, ksize) {
  const [height, width] = shape
  const r = (ksize - 1) / 2
  const out = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const window = []
      for (let i = Math.max(0, y - r); i <= Math.min(height - 1, y + r); i++) {
        window.push(...data.slice(i * width + Math.max(0, x - r), i * width + Math.min(width, x + r + 1)))
      }
      out[y * width + x] = window.sort().at(-1)
    }
  }
  return { shape, data: out }
}
