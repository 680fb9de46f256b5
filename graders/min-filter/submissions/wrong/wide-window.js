// diagnosis: radius-is-ksize
export function minFilter({ shape: [h, w], data }, radius) {
  const out = new Uint8Array(h * w)
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      let best = 255
      for (let i = Math.max(0, y - radius); i <= Math.min(h - 1, y + radius); i++) {
        for (let j = Math.max(0, x - radius); j <= Math.min(w - 1, x + radius); j++) best = Math.min(best, data[i * w + j])
      }
      out[y * w + x] = best
    }
  }
  return { shape: [h, w], data: out }
}
