// diagnosis: absolute
// from: accepted/nine-weights.ts
// - type Image = { shape: readonly number[]; data: Float32Array }
// + // as cv2.convertScaleAbs
// - export function sobel(image: Image) {
// + export function sobel(image) {
// -   const mirror = (i: number, n: number) => (n === 1 ? 0 : i < 0 ? 1 : i === n ? n - 2 : i)
// +   const mirror = (i, n) => (n === 1 ? 0 : i < 0 ? 1 : i === n ? n - 2 : i)
// -       gx[y * w + x] = dx
// -       gy[y * w + x] = dy
// +       gx[y * w + x] = Math.abs(dx)
// +       gy[y * w + x] = Math.abs(dy)
// -   const of = (data: Float32Array) => ({ shape: image.shape, data })
// +   const of = (data) => ({ shape: image.shape, data })
