// diagnosis: loss-over-elements
// from: accepted/targets.ts
// - type Matrix = { shape: readonly number[]; data: Float32Array }
// -
// - export function labelSmoothing(logits: Matrix, labels: { shape: readonly number[]; data: Int32Array }, epsilon: number) {
// + export function labelSmoothing(logits, labels, epsilon) {
// -   return total / n
// +   return total / (n * c)
