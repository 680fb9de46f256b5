// diagnosis: rounded-twice
// from: accepted/two-passes.ts
// - type Image = { shape: readonly number[]; data: Uint8Array }
// -
// - export function meanFilter(image: Image, ksize: number): Image {
// + export function meanFilter(image, ksize) {
// - function mirror(i: number, n: number): number {
// + function mirror(i, n) {
// -       sums[y * w + x] = sum
// +       sums[y * w + x] = Math.round(sum / ksize)
// -   const area = ksize * ksize
// +   const area = ksize
