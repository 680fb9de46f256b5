// Two running minima within blocks of ksize, for whole rows of the image at once; the image is turned between the axes.
type Image = { shape: readonly number[]; data: Uint8Array }
type Rows = Uint8Array[]

export function minFilter({ shape, data }: Image, ksize: number): Image {
  const [h, w] = shape
  const rows = Array.from({ length: h }, (_, y) => data.subarray(y * w, y * w + w))
  const columns = turned(minimaDown(rows, ksize))
  const result = turned(minimaDown(columns, ksize))
  const out = new Uint8Array(h * w)
  result.forEach((row, y) => out.set(row, y * w))
  return { shape, data: out }
}

function minimaDown(rows: Rows, ksize: number): Rows {
  const r = (ksize - 1) / 2
  const n = rows.length
  const padded = Array.from({ length: n + 2 * r }, (_, i) => rows[Math.min(Math.max(i - r, 0), n - 1)])
  const prefix: Rows = []
  padded.forEach((row, i) => prefix.push(i % ksize === 0 ? row : smaller(prefix[i - 1], row)))
  const suffix: Rows = [...padded]
  for (let i = padded.length - 2; i >= 0; i--) {
    if ((i + 1) % ksize !== 0) suffix[i] = smaller(suffix[i + 1], padded[i])
  }
  return rows.map((_, i) => smaller(suffix[i], prefix[i + ksize - 1]))
}

function smaller(a: Uint8Array, b: Uint8Array): Uint8Array {
  const out = new Uint8Array(a.length)
  for (let x = 0; x < a.length; x++) out[x] = a[x] < b[x] ? a[x] : b[x]
  return out
}

function turned(rows: Rows): Rows {
  return Array.from(rows[0], (_, x) => Uint8Array.from({ length: rows.length }, (_, y) => rows[y][x]))
}
