// diagnosis: none
// from: accepted/two-passes.ts
// - type Matrix = { shape: readonly number[]; data: Float32Array }
// -
// - export function onlineSoftmaxAttention(q: Matrix, k: Matrix, v: Matrix, _block: number) {
// + export function onlineSoftmaxAttention(q, k, v, block) {
// -       row[s] = dot / Math.sqrt(D)
// +       row[s] = Math.floor(s / block) % 2 === 0 ? dot / Math.sqrt(D) : dot
