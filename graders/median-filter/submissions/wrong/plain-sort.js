// diagnosis: sorted-as-text
// from: slow/sort-each-window.ts
// - type Image = { shape: readonly number[]; data: Uint8Array }
// -
// - export function medianFilter(image: Image, ksize: number): Image {
// + export function medianFilter(image, ksize) {
// -   const window = new Uint8Array(ksize * ksize)
// +   const window = []
