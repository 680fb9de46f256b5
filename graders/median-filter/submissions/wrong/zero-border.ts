// diagnosis: zero-padding
type Image = { shape: readonly number[]; data: Uint8Array }

export function medianFilter(image: Image, ksize: number): Image {
  const [h, w] = image.shape
  const r = Math.floor(ksize / 2)
  const pw = w + 2 * r
  const padded = new Uint8Array((h + 2 * r) * pw)
  for (let y = 0; y < h; y++) padded.set(image.data.subarray(y * w, y * w + w), (y + r) * pw + r)
  const out = new Uint8Array(h * w)
  const hist = new Int32Array(256)
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      hist.fill(0)
      for (let i = 0; i < ksize; i++) for (let j = 0; j < ksize; j++) hist[padded[(y + i) * pw + x + j]]++
      let v = 0
      for (let n = hist[0]; n <= (ksize * ksize) >> 1; n += hist[++v]);
      out[y * w + x] = v
    }
  }
  return { shape: [h, w], data: out }
}
