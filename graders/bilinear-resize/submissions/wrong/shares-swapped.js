// diagnosis: shares-swapped
// from: accepted/one-axis-twice.ts
// - type Image = { shape: readonly number[]; data: Float32Array }
// + // b gets the share of a
// - export function bilinearResize(image: Image, height: number, width: number): Image {
// + export function bilinearResize(image, height, width) {
// - function resizeTurned({ shape: [count, length], data }: Image, wanted: number): Image {
// + function resizeTurned({ shape: [count, length], data }, wanted) {
// -     const point = (at + 0.5) * (length / wanted) - 0.5
// +     const point = Math.min(Math.max((at + 0.5) * (length / wanted) - 0.5, 0), length - 1)
// -     const inside = (i: number) => (i < 0 ? 0 : i >= length ? length - 1 : i)
// +     const inside = (i) => (i >= length ? length - 1 : i)
// -       out[at * count + line] = a + (b - a) * (point - before)
// +       out[at * count + line] = b + (a - b) * (point - before)
