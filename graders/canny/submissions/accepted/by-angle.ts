// The direction by its angle, linking by a queue.
type Image = { shape: readonly number[]; data: Uint8Array }

export function canny({ shape, data }: Image, low: number, high: number): Image {
  if (low > high) [low, high] = [high, low]
  const [h, w] = shape
  const pixel = (y: number, x: number) =>
    data[Math.min(Math.max(y, 0), h - 1) * w + Math.min(Math.max(x, 0), w - 1)]
  const gx = new Int16Array(h * w)
  const gy = new Int16Array(h * w)
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const [a, b, c] = [pixel(y - 1, x - 1), pixel(y - 1, x), pixel(y - 1, x + 1)]
      const [d, f] = [pixel(y, x - 1), pixel(y, x + 1)]
      const [g, i, j] = [pixel(y + 1, x - 1), pixel(y + 1, x), pixel(y + 1, x + 1)]
      gx[y * w + x] = c + 2 * f + j - a - 2 * d - g
      gy[y * w + x] = g + 2 * i + j - a - 2 * b - c
    }
  }
  const size = (y: number, x: number) =>
    y < 0 || x < 0 || y >= h || x >= w ? 0 : Math.abs(gx[y * w + x]) + Math.abs(gy[y * w + x])
  const state = new Uint8Array(h * w)
  const queue: number[] = []
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const m = size(y, x)
      if (m <= low) continue
      const turn = ((Math.atan2(gy[y * w + x], gx[y * w + x]) * 180) / Math.PI + 360 + 22.5) % 180
      let peak: boolean
      if (turn < 45) peak = m > size(y, x - 1) && m >= size(y, x + 1)
      else if (turn < 90) peak = m > size(y - 1, x - 1) && m > size(y + 1, x + 1)
      else if (turn < 135) peak = m > size(y - 1, x) && m >= size(y + 1, x)
      else peak = m > size(y - 1, x + 1) && m > size(y + 1, x - 1)
      if (!peak) continue
      state[y * w + x] = 1
      if (m > high) queue.push(y * w + x)
    }
  }
  const out = new Uint8Array(h * w)
  for (const at of queue) out[at] = 255
  for (let head = 0; head < queue.length; head++) {
    const [y, x] = [Math.floor(queue[head] / w), queue[head] % w]
    for (let i = Math.max(0, y - 1); i <= Math.min(h - 1, y + 1); i++) {
      for (let j = Math.max(0, x - 1); j <= Math.min(w - 1, x + 1); j++) {
        if (state[i * w + j] === 0 || out[i * w + j] === 255) continue
        out[i * w + j] = 255
        queue.push(i * w + j)
      }
    }
  }
  return { shape, data: out }
}
