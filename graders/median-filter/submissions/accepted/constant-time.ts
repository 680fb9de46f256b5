// Perreault and Hebert 2007: one histogram a column, in two levels; the window's histogram adds a column and drops one.
type Image = { shape: readonly number[]; data: Uint8Array }

export function medianFilter(image: Image, ksize: number): Image {
  const [h, w] = image.shape
  const r = ksize >> 1
  const out = new Uint8Array(h * w)
  const coarse = new Uint16Array(w * 16)
  const fine = new Uint16Array(w * 256)
  const clampX = (x: number) => Math.min(Math.max(x, 0), w - 1)
  const clampY = (y: number) => Math.min(Math.max(y, 0), h - 1)

  function addRow(y: number, sign: number) {
    const row = clampY(y) * w
    for (let x = 0; x < w; x++) {
      const v = image.data[row + x]
      coarse[x * 16 + (v >> 4)] += sign
      fine[x * 256 + v] += sign
    }
  }

  for (let y = -r; y <= r; y++) addRow(y, 1)
  const half = (ksize * ksize) >> 1
  const top = new Int32Array(16)
  const low = new Int32Array(256)
  const at = new Int32Array(16) // the column for which each segment of `low` is up to date
  for (let y = 0; y < h; y++) {
    if (y > 0) {
      addRow(y - r - 1, -1)
      addRow(y + r, 1)
    }
    top.fill(0)
    low.fill(0)
    at.fill(-ksize - 1)
    for (let x = -r; x < r; x++) {
      const column = clampX(x) * 16
      for (let b = 0; b < 16; b++) top[b] += coarse[column + b]
    }
    for (let x = 0; x < w; x++) {
      const entering = clampX(x + r) * 16
      const leaving = clampX(x - r - 1) * 16
      for (let b = 0; b < 16; b++) top[b] += coarse[entering + b]
      if (x > 0) for (let b = 0; b < 16; b++) top[b] -= coarse[leaving + b]
      let below = 0
      let b = 0
      while (below + top[b] <= half) below += top[b++]
      refresh(b, x)
      let v = b * 16
      while (below + low[v] <= half) below += low[v++]
      out[y * w + x] = v
    }
  }
  return { shape: image.shape, data: out }

  function refresh(b: number, x: number) {
    const from = b * 16
    if (x - at[b] >= ksize) {
      low.fill(0, from, from + 16)
      for (let c = x - r; c <= x + r; c++) shift(from, clampX(c), 1)
    } else {
      for (let c = at[b] + 1; c <= x; c++) {
        shift(from, clampX(c + r), 1)
        shift(from, clampX(c - r - 1), -1)
      }
    }
    at[b] = x
  }

  function shift(from: number, column: number, sign: number) {
    const base = column * 256
    for (let v = from; v < from + 16; v++) low[v] += sign * fine[base + v]
  }
}
