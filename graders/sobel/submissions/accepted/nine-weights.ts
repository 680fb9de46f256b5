// Both kernels written out, over a padded image.
type Image = { shape: readonly number[]; data: Float32Array }

const X = [-1, 0, 1, -2, 0, 2, -1, 0, 1]
const Y = [-1, -2, -1, 0, 0, 0, 1, 2, 1]

export function sobel(image: Image) {
  const [h, w] = image.shape
  const mirror = (i: number, n: number) => (n === 1 ? 0 : i < 0 ? 1 : i === n ? n - 2 : i)
  const gx = new Float32Array(h * w)
  const gy = new Float32Array(h * w)
  const magnitude = new Float32Array(h * w)
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      let [dx, dy] = [0, 0]
      for (let k = 0; k < 9; k++) {
        const value = image.data[mirror(y + Math.floor(k / 3) - 1, h) * w + mirror(x + (k % 3) - 1, w)]
        dx += X[k] * value
        dy += Y[k] * value
      }
      gx[y * w + x] = dx
      gy[y * w + x] = dy
      magnitude[y * w + x] = Math.sqrt(dx * dx + dy * dy)
    }
  }
  const of = (data: Float32Array) => ({ shape: image.shape, data })
  return { gx: of(gx), gy: of(gy), magnitude: of(magnitude) }
}
