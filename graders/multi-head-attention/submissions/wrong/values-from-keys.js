// diagnosis: keys-for-values
// from: accepted/online.ts
// - type Matrix = { shape: readonly number[]; data: Float32Array }
// -
// - export function multiHeadAttention(
// -   x: Matrix,
// -   wq: Matrix,
// -   wk: Matrix,
// -   wv: Matrix,
// -   wo: Matrix,
// -   heads: number,
// -   causal: boolean,
// - ) {
// + export function multiHeadAttention(x, wq, wk, wv, wo, heads, causal) {
// -   const linear = (rows: ArrayLike<number>, w: Float32Array) => {
// +   const linear = (rows, w) => {
// -   const [q, k, v] = [wq, wk, wv].map((w) => linear(x.data, w.data))
// +   const [q, k, v] = [wq, wk, wk].map((w) => linear(x.data, w.data))
