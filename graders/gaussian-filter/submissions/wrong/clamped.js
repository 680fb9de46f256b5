// diagnosis: border-replicate
// from: accepted/columns-first.ts
// - type Image = { shape: readonly number[]; data: Float32Array }
// -
// - export function gaussianFilter({ shape, data }: Image, ksize: number, sigma: number): Image {
// + export function gaussianFilter({ shape, data }, ksize, sigma) {
// -   const reflect = (i: number, n: number) => {
// -     const period = Math.max(1, 2 * n - 2)
// -     const j = Math.abs(i) % period
// -     return j < n ? j : period - j
// -   }
// +   const reflect = (i, n) => Math.min(Math.max(i, 0), n - 1)
