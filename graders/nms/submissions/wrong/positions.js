// diagnosis: sorted-positions
// from: accepted/suppress-flags.ts
// - type Array2 = { shape: readonly number[]; data: Float32Array }
// -
// - export function nms(boxes: Array2, scores: Array2, threshold: number) {
// + export function nms(boxes, scores, threshold) {
// -   const kept: number[] = []
// +   const kept = []
// -     kept.push(order[i])
// +     kept.push(i)
